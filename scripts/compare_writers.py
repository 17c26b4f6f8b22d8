#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Times our writers beside those of NetworkX, on the same graph and in one run.

usage: compare_writers.py [RELATIONS]        200,000 by default; NetworkX needs about 3 kB each

Needs build/bench/benchmarks/entente_export_benchmark (cmake --workflow --preset bench) and
python3-networkx. The graph is the benchmark's: NetworkX reads it from our GraphML and writes it
again, once untimed parts are over. Prints seconds and how many times faster ours is.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import networkx

program = pathlib.Path(os.environ.get(
    "ENTENTE_EXPORT_BENCHMARK",
    pathlib.Path(__file__).resolve().parent.parent
    / "build/bench/benchmarks/entente_export_benchmark"))
if not program.exists():
    sys.exit(f"compare_writers.py: {program} is missing; build it with: "
             "cmake --workflow --preset bench")
relations = sys.argv[1] if len(sys.argv) > 1 else "200000"


def timed(write):
    begin = time.perf_counter()
    write()
    return time.perf_counter() - begin


def write_json(graph, file):
    with open(file, "w", encoding="utf-8") as stream:
        json.dump(networkx.node_link_data(graph), stream)


with tempfile.TemporaryDirectory() as folder:
    environment = dict(os.environ, ENTENTE_BENCH_RELATIONS=relations, ENTENTE_BENCH_KEEP=folder)
    report = json.loads(subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_filter=^(graphml|node-link)/"],
        env=environment, check=True, capture_output=True, text=True).stdout)
    ours = {one["name"].split("/")[0]: one["real_time"] for one in report["benchmarks"]}
    file = pathlib.Path(folder) / "entente-benchmark-0.graphml"
    graph = networkx.read_graphml(file, force_multigraph=True)
    edges = graph.number_of_edges()
    again = pathlib.Path(folder) / "again"
    theirs = {"graphml": timed(lambda: networkx.write_graphml(graph, again)),
              "node-link": timed(lambda: write_json(graph, again))}
    print(f"{edges} relations, NetworkX {networkx.__version__}")
    for name in theirs:
        print(f"{name:10} entente {ours[name]:7.2f} s   NetworkX {theirs[name]:7.2f} s   "
              f"{theirs[name] / ours[name]:5.1f} times faster")
