#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Is a relation of confidence 0.8 right four times in five?

Runs the program on gold relations and prints, for each tenth of confidence, how
many relations there are, their mean confidence, how often both actors are right
and how often the category is, too. Relations that the gold marks as unsure count
as right: a reader would not call them wrong. Planned relations are folded as the
codebook folds them.
"""

import argparse
import collections
import os

import score_actors

FOLDED = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE",
          "RETREAT": "CONCEDE"}


def fold(category, status):
    return FOLDED.get(category, category) if status == "planned" else category


def judge(mention, record, aliases):
    """(both actors right, category right, too) against any gold relation of the sentence."""
    spans = record.get("sentences") or [[0, len(record["text"])]]
    source, target = (score_actors.principal(mention[side], aliases)
                      for side in ("source", "target"))
    pair = category = False
    for gold in record["relations"]:
        begin, end = spans[gold.get("sentence", 0)]
        if not gold.get("source") or not gold.get("target") or not (
                mention["begin"] < end and begin < mention["end"]):
            continue
        sources, targets = ({score_actors.principal(code, aliases) for code in gold[side].split("|")}
                            for side in ("source", "target"))
        if (source in sources and target in targets) or (
                gold.get("symmetric") and source in targets and target in sources):
            pair = True
            category = category or fold(mention["category"], mention["status"]) in {
                fold(one, status) for one in gold["category"].split("|")
                for status in str(gold["status"]).split("|")}
    return pair, category


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--aliases", help="ALIAS, a tab, CODE; beside the first gold by default")
    parser.add_argument("program")
    parser.add_argument("gold", nargs="+")
    options = parser.parse_args()
    aliases = score_actors.read_aliases(options.aliases or os.path.join(
        os.path.dirname(os.path.abspath(options.gold[0])), "actor_aliases.tsv"))
    bins = collections.defaultdict(lambda: [0, 0.0, 0, 0])
    for path in options.gold:
        records = {record["id"]: record for record, _ in score_actors.read_gold(path)}
        for mention in score_actors.run(options.program, "extract", records.values()):
            pair, category = judge(mention, records[mention["doc"]], aliases)
            one = bins[int(mention["confidence"] * 10)]
            one[0] += 1
            one[1] += mention["confidence"]
            one[2] += pair
            one[3] += category
    print("%-11s %9s %6s %6s %9s" % ("confidence", "relations", "mean", "pair", "category"))
    for tenth, (count, total, pair, category) in sorted(bins.items()):
        print("%.1f to %.1f  %9d %6.2f %6.2f %9.2f" % (tenth / 10, (tenth + 1) / 10, count,
                                                     total / count, pair / count, category / count))


if __name__ == "__main__":
    main()
