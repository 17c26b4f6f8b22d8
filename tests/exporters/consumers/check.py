# SPDX-License-Identifier: Apache-2.0
"""Opens a file of ours with a program of others and compares what arrived with the truth.

usage: check.py CONSUMER FILE TRUTH

TRUTH is JSON made by the test: {"nodes": [{"id", "name", …}], "edges": [{"id", "source", "target",
"label", …}]} with text as it was before any escaping. Fails with a message where anything differs.
"""
import csv
import json
import math
import re
import sys

# What a document of XML 1.0 cannot hold comes back as U+FFFD.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_text(text):
    return NOT_XML.sub("\ufffd", text)


def table_text(text):
    """As documented: one line, no controls, an apostrophe before what might be a formula."""
    text = re.sub("\r\n|[\t\n\r\x85\u2028\u2029]", " ", text)
    text = re.sub("[\x00-\x1f\x7f-\x9f]", "\ufffd", text)
    begin = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"
    text = re.sub(f"([,;|])(?='*{begin})", r"\1'", text)
    return "'" + text if re.match(f"[ ']*{begin}", text) else text


def same(what, found, wanted):
    if isinstance(wanted, float) and isinstance(found, (int, float)):
        equal = math.isclose(found, wanted, rel_tol=0, abs_tol=0)
    else:
        equal = found == wanted
    if not equal:
        sys.exit(f"{what}: found {found!r}, wanted {wanted!r}")


def compare(found_nodes, found_edges, truth, escape, absent=None):
    """Nodes and edges as dictionaries by id; empty text may be missing, or `absent`."""
    for kind, found, wanted in (("node", found_nodes, truth["nodes"]),
                                ("edge", found_edges, truth["edges"])):
        same(f"number of {kind}s", len(found), len(wanted))
        for one in wanted:
            if one["id"] not in found:
                sys.exit(f"{kind} {one['id']} is missing")
            got = found[one["id"]]
            for name, value in one.items():
                if name == "id":
                    continue
                if isinstance(value, str):
                    value = escape(value)
                have = got.get(name)
                if value == "" and (have is None or have == absent):
                    continue
                same(f"{kind} {one['id']}, {name}", have, value)
                if isinstance(value, bool):
                    same(f"type of {name}", type(have), bool)


def check_networkx(file, truth):
    import networkx

    graph = networkx.read_graphml(file, force_multigraph=True)
    same("directed", graph.is_directed(), True)
    compare(dict(graph.nodes(data=True)),
            {key: dict(data, source=source, target=target)
             for source, target, key, data in graph.edges(keys=True, data=True)},
            truth, xml_text)
    for _, _, data in graph.edges(data=True):
        same("type of weight", type(data["weight"]), float)
        same("type of mentions", type(data["mentions"]), int)


def check_yed(file, truth):
    """NetworkX knows the elements in which yEd keeps places, shapes and the labels it shows."""
    import networkx

    graph = networkx.read_graphml(file, force_multigraph=True)
    places = set()
    for _, data in graph.nodes(data=True):
        places.add((float(data.pop("x")), float(data.pop("y"))))
        same("shape", data.pop("shape_type"), "ellipse")
        same("a shown name that is long", len(data.pop("label") or "") > 40, False)
    same("actors in one place", len(truth["nodes"]) - len(places), 0)
    shown = 0
    for _, _, data in graph.edges(data=True):
        shown += (data.pop("label") or "") != ""
    same("labels", shown > 0, True)
    for one in truth["nodes"] + truth["edges"]:
        one.pop("label", None)
    compare(dict(graph.nodes(data=True)),
            {key: dict(data, source=source, target=target)
             for source, target, key, data in graph.edges(keys=True, data=True)},
            truth, xml_text)


def check_node_link(file, truth):
    import networkx

    with open(file, encoding="utf-8") as stream:
        graph = networkx.node_link_graph(json.load(stream))
    same("multigraph", graph.is_multigraph(), True)
    compare(dict(graph.nodes(data=True)),
            {key: dict(data, source=source, target=target)
             for source, target, key, data in graph.edges(keys=True, data=True)},
            truth, str)


def check_cytoscape(file, truth):
    import networkx

    with open(file, encoding="utf-8") as stream:
        document = json.load(stream)
    elements = document["elements"]
    ids = [element["data"]["id"] for kind in ("nodes", "edges") for element in elements[kind]]
    same("ids that are not unique", len(ids) - len(set(ids)), 0)
    compare({node["data"]["id"]: node["data"] for node in elements["nodes"]},
            {edge["data"]["id"].replace("relation ", "r"): edge["data"]
             for edge in elements["edges"]},
            truth, str)
    document["directed"] = True
    document["multigraph"] = True
    document["data"] = []
    graph = networkx.cytoscape_graph(document)
    same("edges in NetworkX", graph.number_of_edges(), len(truth["edges"]))


def check_igraph(file, truth):
    import igraph

    graph = igraph.Graph.Read_GraphML(file)
    same("directed", graph.is_directed(), True)
    codes = graph.vs["id"]
    nodes = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    edges = {edge["id"]: dict(edge.attributes(), source=codes[edge.source],
                              target=codes[edge.target]) for edge in graph.es}
    compare(nodes, edges, truth, xml_text, absent="")


def check_table(file, truth):
    """Nodes or edges as Python's csv module reads them."""
    delimiter = "," if file.endswith(".csv") else "\t"
    with open(file, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=delimiter))
    with open(file, "rb") as stream:
        same("physical lines", stream.read().count(b"\n"), len(rows))
    header, rows = rows[0], rows[1:]
    for number, row in enumerate(rows):
        same(f"cells of row {number + 1}", len(row), len(header))
        for name, cell in zip(header, row):
            number_like = re.fullmatch(r"-?[0-9.]+(e[+-]?[0-9]+)?", cell)
            if re.match("[ ]*[=+\\-@\t\r]", cell) and not number_like:
                sys.exit(f"row {number + 1}, {name}: a spreadsheet might compute {cell!r}")
    names = truth["table"]
    same("rows", len(rows), len(truth["rows"]))
    for number, (row, wanted) in enumerate(zip(rows, truth["rows"])):
        got = dict(zip(header, row))
        for name, value in zip(names, wanted):
            same(f"row {number + 1}, {name}", got[name], table_text(value))


def check_schema(file, schema):
    import jsonschema

    jsonschema.Draft202012Validator.check_schema(schema)
    with open(file, encoding="utf-8") as stream:
        document = json.load(stream)
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(document))
    if errors:
        sys.exit(f"{errors[0].json_path}: {errors[0].message[:300]}")
    # The validator must be able to say no.
    for damage in (lambda d: d.pop("format"), lambda d: d.update(format="entente-graph 2"),
                   lambda d: d["relations"][0].update(quad="war"),
                   lambda d: d["relations"][0].update(weight="1.0"),
                   lambda d: d["nodes"][0].update(surprise=1)):
        damaged = json.loads(json.dumps(document))
        damage(damaged)
        if jsonschema.Draft202012Validator(schema).is_valid(damaged):
            sys.exit("a damaged document is valid")


CHECKS = {
    "networkx": check_networkx,
    "yed": check_yed,
    "node-link": check_node_link,
    "cytoscape": check_cytoscape,
    "igraph": check_igraph,
    "table": check_table,
    "schema": check_schema,
}

if __name__ == "__main__":
    with open(sys.argv[3], encoding="utf-8") as truth_file:
        CHECKS[sys.argv[1]](sys.argv[2], json.load(truth_file))
