#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits datasets/lexicon/confidence.tsv to gold relations.

Runs `explain --json` over each gold text, takes what the confidence of each
relation hangs on (stage "confidence"), asks the gold whether actors and category
are right, and fits a logistic regression with an L2 penalty by Newton's method.
Prints the new table; with --folds it prints instead how well relations of texts
that were left out are judged, beside the frames' confidence alone.
"""

import argparse
import json
import math
import os
import re
import subprocess

import score_actors
import score_confidence

TERM = re.compile(r"([a-z-]+)=(-?[0-9.]+)\*")
PENALTY = 2.0


def read_rows(program, record, aliases):
    """(features, right) of each relation that is found in a gold text."""
    command = [program, "explain", "--json"]
    if record.get("date"):
        command += ["--date", record["date"]]
    done = subprocess.run(command + ["-"], input=record["text"], capture_output=True, text=True,
                          check=True)
    read = json.loads(done.stdout)
    steps = {}
    for step in read["steps"]:
        if step["stage"] == "confidence":
            source, category, target = step["subject"].split(" ")
            key = step["begin"], category, frozenset((source, target))
            steps[key] = {name: float(value) for name, value in TERM.findall(step["reason"])}
    rows = []
    for mention in read["mentions"]:
        key = (mention["cue"]["begin"], mention["category"],
               frozenset((mention["source"], mention["target"])))
        if key in steps:
            rows.append((steps[key], score_confidence.judge(mention, record, aliases)[1]))
    return rows


def probability(weights, features):
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def solve(matrix, vector):
    """Gauss's elimination with pivots."""
    size = len(vector)
    rows = [matrix[i][:] + [vector[i]] for i in range(size)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    solution = [0.0] * size
    for i in reversed(range(size)):
        solution[i] = (rows[i][size] - sum(rows[i][k] * solution[k]
                                           for k in range(i + 1, size))) / rows[i][i]
    return solution


def fit(rows):
    names = sorted({name for features, _ in rows for name in features})
    weights = {name: 0.0 for name in names}
    for _ in range(25):
        gradient = [-(PENALTY if name != "bias" else 0.0) * weights[name] for name in names]
        hessian = [[(PENALTY if i == k and names[i] != "bias" else 1e-9 if i == k else 0.0)
                    for k in range(len(names))] for i in range(len(names))]
        for features, right in rows:
            chance = probability(weights, features)
            values = [features.get(name, 0.0) for name in names]
            for i, value in enumerate(values):
                gradient[i] += (float(right) - chance) * value
                for k, other in enumerate(values):
                    hessian[i][k] += chance * (1.0 - chance) * value * other
        for name, change in zip(names, solve(hessian, gradient)):
            weights[name] += change
    return weights


def prior(features):
    return 1.0 / (1.0 + math.exp(-features["prior"]))


def brier(judged):
    return sum((chance - float(right)) ** 2 for chance, right in judged) / len(judged)


def ranking(judged):
    """Area under the ROC curve."""
    right = [chance for chance, is_right in judged if is_right]
    wrong = [chance for chance, is_right in judged if not is_right]
    above = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return above / (len(right) * len(wrong))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--aliases", help="ALIAS, a tab, CODE; beside the first gold by default")
    parser.add_argument("--folds", type=int, help="judge texts that were left out")
    parser.add_argument("program")
    parser.add_argument("gold", nargs="+")
    options = parser.parse_args()
    aliases = score_actors.read_aliases(options.aliases or os.path.join(
        os.path.dirname(os.path.abspath(options.gold[0])), "actor_aliases.tsv"))
    texts = [read_rows(options.program, record, aliases)
             for path in options.gold for record, _ in score_actors.read_gold(path)]
    if options.folds:
        fitted, plain = [], []
        for fold in range(options.folds):
            weights = fit([row for i, rows in enumerate(texts) if i % options.folds != fold
                           for row in rows])
            for rows in texts[fold::options.folds]:
                fitted += [(probability(weights, features), right) for features, right in rows]
                plain += [(prior(features), right) for features, right in rows]
        for name, judged in (("frames alone", plain), ("fitted", fitted)):
            print(f"{name:14} {len(judged)} relations, Brier {brier(judged):.3f}, "
                  f"ROC area {ranking(judged):.3f}")
        return
    weights = fit([row for rows in texts for row in rows])
    print("# SPDX-License-Identifier: Apache-2.0\n# entente-lexicon 1\nfeature\tweight")
    for name in sorted(weights):
        print(f"{name}\t{weights[name]:.3f}")


if __name__ == "__main__":
    main()
