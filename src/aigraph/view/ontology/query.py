"""A SPARQL query for each relation: its ends, its details, where the statement stands, and the sentences."""

from __future__ import annotations

from aigraph.vocabulary import RelationType, vocabulary
from aigraph.vocabulary.prefixes import curie


def query(relation: RelationType) -> str:
    """Return a query that any graph of aigraph answers, a row for each sentence."""
    subject, object_ = (curie(iri) for iri in (relation.subject_property, relation.object_property))
    ends = [name.partition(":")[2] for name in (subject, object_)]
    details = [name for name in relation.qualifiers if name not in ends]
    lines = [
        f"SELECT {' '.join(f'?{name}' for name in (*ends, *details, 'standing', 'sentence'))}",
        "WHERE {",
        f"  ?statement a {curie(relation.node_class)} ;",
        f"    {subject}/rdfs:label ?{ends[0]} ;",
        f"    {object_}/rdfs:label ?{ends[1]} ;",
        "    aig:standing ?standing ;",
        "    aig:claim/aig:evidence/oa:exact ?sentence .",
    ]
    for name in details:
        path = f"aig:{name}/rdfs:label" if vocabulary().qualifiers[name].kind == "entity" else f"aig:{name}"
        lines.append(f"  OPTIONAL {{ ?statement {path} ?{name} }}")
    return "\n".join([*lines, "}", f"ORDER BY ?{ends[0]} ?{ends[1]} ?sentence"])


def short_query(relation: RelationType) -> str:
    """Return the pattern of the direct edge that an accepted statement has."""
    return f"?{relation.domain.lower()} aig:{relation.id} ?{relation.range.lower()}" + (
        "" if relation.domain != relation.range else "2"
    )
