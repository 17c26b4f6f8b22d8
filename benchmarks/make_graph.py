#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Writes a graph of N actors and M relations in our node-link format: few actors with many relations
# and many with few, as in the news. For timing `entente import` and the interactive page; the
# relations are made up.
#
# usage: make_graph.py ACTORS RELATIONS > graph.json
import datetime
import json
import random
import sys

CATEGORIES = [("CONSULT", "verbal cooperation", "talks"), ("COOPERATE", "material cooperation", "gas pipeline"),
              ("AID", "material cooperation", "food aid"), ("ACCUSE", "verbal conflict", "accusation"),
              ("SANCTION", "material conflict", "tariffs"), ("ASSAULT", "material conflict", "air strikes")]
TOPICS = ["diplomacy", "energy", "trade", "military", "peace"]
KINDS = ["state", "state", "organisation", "group", "company"]


def main() -> None:
    actors, count = int(sys.argv[1]), int(sys.argv[2])
    draw = random.Random(3)
    heavy = [1.0 / (i + 3) for i in range(actors)]
    nodes = [{"id": f"actor-{i}", "name": f"Actor Number {i}", "kind": KINDS[i % len(KINDS)], "weight": 0.0,
              "relations": 0, "mentions": 0} for i in range(actors)]
    links, seen = [], set()
    while len(links) < count:
        source, target = draw.choices(range(actors), heavy, k=2)
        category, quad, label = draw.choice(CATEGORIES)
        if len(links) < actors:
            source = len(links)  # everyone is in it
        if source == target or (source, target, category) in seen:
            continue
        seen.add((source, target, category))
        begin = datetime.date(2005, 1, 1) + datetime.timedelta(draw.randrange(7000))
        mentions, topic = draw.randint(1, 9), draw.choice(TOPICS)
        links.append({
            "source": f"actor-{source}", "target": f"actor-{target}", "key": f"r{len(links) + 1}", "label": label,
            "label_direction": "forward", "category": category, "quad": quad, "group": category, "directed": True,
            "weight": round(draw.uniform(0.2, 4), 2), "score": 1.0, "mentions": mentions, "sources": 1,
            "events": mentions, "from": str(begin), "to": str(begin + datetime.timedelta(draw.randint(1, 400))),
            "categories": [{"name": category, "mentions": mentions}], "topics": [{"name": topic, "mentions": mentions}],
            "statuses": [{"name": "actual", "mentions": mentions}]})
        for end in (source, target):
            nodes[end]["relations"] += 1
            nodes[end]["mentions"] += mentions
            nodes[end]["weight"] += 1.0
    graph = {"format": "entente-node-link 1", "title": "Made up", "description": "", "articles": 1,
             "relations_total": count}
    json.dump({"directed": True, "multigraph": True, "graph": graph, "nodes": nodes, "links": links}, sys.stdout)


if __name__ == "__main__":
    main()
