#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Of the gold relations, how many have both their actors found and linked in their sentence?

usage: score_actors.py [--verbose] [--aliases FILE] PROGRAM GOLD...

PROGRAM is entente. GOLD is a JSONL file of records, or a folder of JSON documents, in the form of
the evaluation kit; only relations that are sure and have two actors count. An actor is linked when
a mention of `analyze` inside the sentence has its principal, whatever the sector and the relation.
With --verbose each actor that was missed is printed with its sentence.
"""
import argparse
import collections
import glob
import json
import os
import subprocess
import sys
import tempfile


def read_aliases(path):
    aliases = {}
    if path and os.path.exists(path):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    alias, code = line.rstrip("\n").split("\t")
                    aliases[alias.lower()] = code
    return aliases


def principal(code, aliases):
    name = code.split(":")[0]
    return aliases.get(name.lower(), name).split(":")[0].lower()


def read_gold(path):
    """Yields (article, [(sentence span, [principals of source], [of target])])."""
    if os.path.isdir(path):
        records = []
        for name in sorted(glob.glob(os.path.join(path, "*.json"))):
            with open(name, encoding="utf-8") as file:
                records.append(json.load(file))
    else:
        with open(path, encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines if line.strip()]
    for record in records:
        spans = record.get("sentences") or [[0, len(record["text"])]]
        relations = []
        for relation in record["relations"]:
            if relation.get("sure", True) and relation.get("source") and relation.get("target"):
                relations.append((spans[relation.get("sentence", 0)],
                                  relation["source"].split("|"), relation["target"].split("|")))
        yield record, relations


def run(program, command, records):
    """What `PROGRAM COMMAND` prints for the records, one JSON object a line."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for record in records:
            fields = {k: record[k] for k in ("id", "date", "title", "text") if record.get(k)}
            file.write(json.dumps(fields) + "\n")
        file.flush()
        done = subprocess.run([program, command, "--quiet", file.name], capture_output=True,
                              text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def whole_sentence(begin, end, sentences):
    """The gold sentence, to the end of the program's where gold cuts behind "the U.S."."""
    for sentence in sentences:
        if sentence["begin"] < end < sentence["end"] and sentence["begin"] >= begin - 1:
            return begin, sentence["end"]
    return begin, end


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--aliases", help="ALIAS, a tab, CODE; beside the first gold by default")
    parser.add_argument("program")
    parser.add_argument("gold", nargs="+")
    options = parser.parse_args()
    aliases = read_aliases(options.aliases or os.path.join(
        os.path.dirname(os.path.abspath(options.gold[0])), "actor_aliases.tsv"))
    print("%-18s %6s %6s %6s   %s" % ("set", "gold", "both", "share", "actors linked"))
    for path in options.gold:
        gold = list(read_gold(path))
        found = {o["id"]: o for o in run(options.program, "analyze", [record for record, _ in gold])}
        pairs = both = actors = linked = 0
        missed = collections.Counter()
        for record, relations in gold:
            for (begin, end), source, target in relations:
                reading = found[record["id"]]
                begin, end = whole_sentence(begin, end, reading["sentences"])
                here = {principal(a["code"], aliases) for a in reading["actors"]
                        if a["begin"] >= begin and a["end"] <= end}
                sides = [any(principal(code, aliases) in here for code in codes)
                         for codes in (source, target)]
                pairs += 1
                both += all(sides)
                actors += 2
                linked += sum(sides)
                for side, codes in zip(sides, (source, target)):
                    if not side:
                        missed[(codes[0], record["id"], record["text"][begin:end])] += 1
        print("%-18s %6d %6d %6.3f   %.3f" % (os.path.basename(path.rstrip("/"))[:18], pairs, both,
                                            both / max(pairs, 1), linked / max(actors, 1)))
        if options.verbose:
            for (code, document, sentence), count in sorted(missed.items()):
                print("  %-16s %d  %s: %s" % (code, count, document, " ".join(sentence.split())))


if __name__ == "__main__":
    main()
