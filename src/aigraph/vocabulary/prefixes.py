"""The namespaces of the graph and of its ontology, and the names in short."""

from __future__ import annotations

from collections.abc import Mapping

AIG = "https://w3id.org/aigraph/ontology#"
"""The namespace of aigraph's own terms."""

ID = "https://w3id.org/aigraph/id/"
"""The base of the IRIs of entities, articles, claims and statements."""

PREFIXES: Mapping[str, str] = {
    "aig": AIG,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": ID,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def curie(iri: str) -> str:
    """Return an IRI in short, as Turtle and SPARQL write it, or as it is where no prefix fits.

    >>> curie("https://schema.org/Person"), curie("https://w3id.org/aigraph/ontology#movedTo"), curie("urn:x")
    ('schema:Person', 'aig:movedTo', 'urn:x')
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
