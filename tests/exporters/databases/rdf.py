# SPDX-License-Identifier: Apache-2.0
"""usage: rdf.py FILE.nq FILE.ttl VOCABULARY.ttl [hostile]

Reads all three with rdflib and checks: both exports make the same statements, every literal is
one of its type, and every term of ours is declared in the vocabulary. With a fourth argument
topics may be of any name.
"""
import logging
import re
import sys

import rdflib

VOCABULARY = "urn:entente:vocabulary#"

DATE = r"\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
FORMS = {  # XML Schema part 2; rdflib takes any text, and cannot read years beyond 9999
    "date": DATE,
    "gYear": r"\d{4}",
    "gYearMonth": r"\d{4}-(0[1-9]|1[0-2])",
    "boolean": r"true|false",
    "integer": r"-?\d+",
    "double": r"-?\d+(\.\d+)?(e[-+]?\d+)?",
}

logging.disable(logging.CRITICAL)
quads = rdflib.ConjunctiveGraph()
quads.parse(sys.argv[1], format="nquads")
turtle = rdflib.Graph()
turtle.parse(sys.argv[2], format="turtle")
vocabulary = rdflib.Graph()
vocabulary.parse(sys.argv[3], format="turtle")

wrong = []
first = {(s, p, o) for s, p, o in quads.triples((None, None, None))}
second = set(turtle)
wrong += [f"only in N-Quads: {one}" for one in first - second]
wrong += [f"only in Turtle: {one}" for one in second - first]

declared = {str(subject) for subject in vocabulary.subjects()}
for statement in first:
    for term in statement:
        if isinstance(term, rdflib.Literal) and term.datatype is not None:
            form = FORMS.get(str(term.datatype).replace(str(rdflib.XSD), ""))
            if form is None or not re.fullmatch(form, str(term)):
                wrong.append(f"no {term.datatype}: {term}")
        if str(term).startswith(VOCABULARY) and isinstance(term, rdflib.URIRef):
            if str(term) not in declared:
                wrong.append(f"not in the vocabulary: {term}")
        for kind in ("category", "topic"):
            if isinstance(term, rdflib.URIRef) and str(term).startswith(f"urn:entente:{kind}:"):
                if len(sys.argv) <= 4 and str(term) not in declared:
                    wrong.append(f"not in the vocabulary: {term}")
for line in sorted(set(wrong))[:12]:
    print(line, file=sys.stderr)
print(f"{len(first)} statements")
sys.exit(1 if wrong or not first else 0)
