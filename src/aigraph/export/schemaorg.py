"""A graph -> JSON-LD in the words of schema.org, for search engines and for whatever else knows no others.

Only what is accepted is here, and each fact with the sentences that prove it: a relation goes by way of a `Role`, which
has its dates and is the subject of `Claim`s; a claim has its words, and the article that it appears in. What
schema.org has no property for (an offer, a refusal) is a claim about both. The file can stand in a page, in
`<script type="application/ld+json">`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, BinaryIO, TypeAlias

from aigraph.escape import json_in_script
from aigraph.export.articles import Articles
from aigraph.export.exporter import Exporter
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.export.rdf import TITLES, about
from aigraph.graph.rdf import dataset_iri
from aigraph.model import Claim, DateBounds, Document, Entity, Form, Modality, Statement, Status, agreed
from aigraph.store import Store
from aigraph.vocabulary import AIG, ID, vocabulary

Json: TypeAlias = dict[str, Any]
Ends: TypeAlias = tuple[str, str]

_TYPES = {
    "Person": "Person",
    "Organization": "Organization",
    "System": "SoftwareApplication",
    "Dataset": "Dataset",
    "Publication": "ScholarlyArticle",
    "Artifact": "CreativeWork",
}
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LICENCE = re.compile(r"https?://[^\s<>\"),;]*[^\s<>\"),;.]", re.IGNORECASE)


def write_schemaorg(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write what is accepted as one graph of JSON-LD, a line for each thing, claim and article."""
    facts = [statement for statement in store.statements() if _is_fact(statement)]
    articles = Articles(store)
    nodes = chain(
        [_dataset(provenance(store, options), list(articles))],
        _things(facts),
        (_claim(claim, fact) for fact in facts for claim in fact.claims),
        (_article(name, articles[name]) for name in articles),
    )
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
    text.write('{"@context":"https://schema.org","@graph":[')
    text.writelines(f"{',' if place else ''}\n{json_in_script(node)}" for place, node in enumerate(nodes))
    text.write("\n]}\n")
    text.detach()


def _is_fact(statement: Statement) -> bool:
    return statement.status is Status.ACCEPTED and statement.modality in (Modality.ASSERTED, Modality.REPORTED)


def _type(entity: Entity) -> str | None:
    """Return what schema.org calls a thing; None for a figure or a date, which is no thing there."""
    return next((name for ancestor, name in _TYPES.items() if vocabulary().is_a(entity.type, ancestor)), None)


# ------------------------------------------------------------------ things


def _things(facts: Sequence[Statement]) -> Iterator[Json]:
    """Yield everyone and everything that the facts are about, by id, with what they say of it."""
    entities = {end.id: end for fact in facts for end in (fact.subject, fact.object)}
    ended = _ended(facts)
    said: dict[str, list[tuple[str, Json | str]]] = {}
    for fact in facts:
        for owner, through, value in _properties(fact, ended):
            said.setdefault(owner, []).append((through, value))
    for _, entity in sorted(entities.items()):
        if kind := _type(entity):
            yield _thing(entity, kind, said.get(entity.id, ()))


def _thing(entity: Entity, kind: str, said: Iterable[tuple[str, Json | str]]) -> Json:
    found: dict[str, list[Json | str]] = {}
    for through, value in said:
        found.setdefault(through, []).append(value)
    # When the sources give several days, none is the day.
    dates = _apart(found.pop("foundingDate", ()))
    extra = {} if kind == entity.type else {"additionalType": AIG + entity.type}
    parent = {"parentOrganization": [{"@id": ID + entity.parent}]} if entity.parent else {}
    found |= {name: [*parent[name], *found.get(name, ())] for name in parent}
    return {
        "@id": ID + entity.id,
        "@type": kind,
        **extra,
        "name": entity.label,
        **_given(
            alternateName=entity.aliases,
            sameAs=[f"https://www.wikidata.org/wiki/{wikidata}" for wikidata in entity.same_as],
            foundingDate=dates[0] if len(dates) == 1 else None,
        ),
        **found,
    }


def _properties(fact: Statement, ended: dict[Ends, list[str]]) -> Iterator[tuple[str, str, Json | str]]:
    """Yield whose property, which, and its value."""
    subject, target = fact.subject.id, fact.object.id
    date = _date(fact.values("date"))
    match fact.relation:
        case "workedAt" | "movedTo":
            start = _date([*fact.values("start"), *fact.values("date")])
            # Who came later than he left has come back.
            ends = [day for day in ended.get((subject, target), ()) if not start or day >= start]
            end = _date(fact.values("end")) or max(ends, default=None)
            is_over = bool(fact.values("end") or ends) or fact.value("status") == "past"
            through = "alumniOf" if is_over else "worksFor"
            yield subject, through, _role(fact, through, target, "EmployeeRole", start=start, end=end or None)
        case "educatedAt":
            start, end = _date(fact.values("start")), _date(fact.values("end"))
            yield subject, "alumniOf", _role(fact, "alumniOf", target, "OrganizationRole", start=start, end=end)
        case "founded":
            yield target, "founder", _role(fact, "founder", subject, "OrganizationRole", start=date)
            if date:
                yield target, "foundingDate", date
        case "foundedOn":
            if date:
                yield subject, "foundingDate", date
        case "subsidiaryOf":
            yield subject, "parentOrganization", _role(fact, "parentOrganization", target, "OrganizationRole")
        case "acquired":
            yield (
                target,
                "parentOrganization",
                _role(fact, "parentOrganization", subject, "OrganizationRole", start=date),
            )
        case "investedIn":
            yield target, "funder", _role(fact, "funder", subject, "Role", start=date)
        case "coCreated":
            makers = {"author", "creator", "lead"} & set(fact.values("contribution"))
            through = "creator" if makers else "contributor"
            yield target, through, _role(fact, through, subject, "Role", name="contribution", start=date)
        case "developed":
            yield target, "creator", _role(fact, "creator", subject, "Role", start=date)


def _role(
    fact: Statement,
    through: str,
    other: str,
    kind: str,
    *,
    name: str = "role",
    start: str | None = None,
    end: str | None = None,
) -> Json:
    """Return the role that a property leads through, on its way to the other end: schema.org has it twice."""
    return {
        "@id": f"{ID}statement/{fact.id}",
        "@type": kind,
        through: {"@id": ID + other},
        **_given(roleName=list(fact.values(name)), startDate=start, endDate=end),
        "subjectOf": [{"@id": f"{ID}claim/{claim.id}"} for claim in fact.claims],
    }


def _ended(facts: Iterable[Statement]) -> dict[Ends, list[str]]:
    """Return when people left where they were, as far as it is told, or "": they left, or moved on from there."""
    ended: dict[Ends, list[str]] = {}
    for fact in facts:
        date = _date(fact.values("date")) or ""
        if fact.relation == "left":
            ended.setdefault((fact.subject.id, fact.object.id), []).append(date)
        elif fact.relation == "movedTo":
            for origin in fact.values("from"):
                ended.setdefault((fact.subject.id, origin), []).append(date)
    return ended


# ------------------------------------------------------------------ words, articles, the data set


def _claim(claim: Claim, fact: Statement) -> Json:
    evidence = claim.evidence
    return {
        "@id": f"{ID}claim/{claim.id}",
        "@type": "Claim",
        "text": evidence.quote,
        "about": [{"@id": ID + end.id} for end in (fact.subject, fact.object) if _type(end)],
        "appearance": {"@id": f"{ID}article/{evidence.document}"},
        "creativeWorkStatus": str(claim.modality),
        **_given(creditText=claim.attributed_to),
    }


def _article(name: str, article: Document) -> Json:
    is_table = article.form is Form.TABLE
    publisher = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    return {
        "@id": f"{ID}article/{name}",
        "@type": "Dataset" if is_table else "NewsArticle",
        "name" if is_table else "headline": article.name,
        "inLanguage": article.language,
        **_given(
            url=article.url if article.url and _WEB.fullmatch(article.url) else None,
            datePublished=_date([article.published or ""]),
            publisher=publisher,
            author={"@type": "Person", "name": article.author} if article.author else None,
        ),
    }


def _dataset(source: Provenance, articles: Sequence[str]) -> Json:
    address = _LICENCE.search(source.licence)
    return {
        "@id": dataset_iri(about(source), articles).value,
        "@type": "Dataset",
        "name": TITLES["en"],
        "description": f"{DESCRIPTION}. {source.line}",
        "creator": {"@type": "Organization", "name": source.generator},
        "measurementTechnique": source.sentence,
        "copyrightNotice": source.licence,
        **_given(
            license=address[0] if address else None,
            isBasedOn=[{"@id": f"{ID}article/{name}"} for name in articles],
            temporalCoverage=f"{source.first}/{source.last}" if source.first else None,
        ),
    }


def _given(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value}


def _apart(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _date(values: Iterable[str]) -> str | None:
    """Return a day, month or year that several datings agree on, as precise as it can be said in one word.

    >>> _date(["2024-08"]), _date(["2024-06-01/2024-08-31"]), _date(["2023/2024"])
    ('2024-08', '2024', None)
    """
    first, last = agreed(date for value in values if (date := DateBounds.read(value)))
    if not first or not last:
        return None
    whole = (first.isoformat(), first.isoformat()[:7], first.isoformat()[:4])
    said = (DateBounds.of(value) for value in whole)
    exact = next((date.value for date in said if (date.earliest, date.latest) == (first, last)), None)
    return exact or (whole[2] if first.year == last.year else None)


SCHEMAORG = Exporter(
    "schemaorg",
    "schemaorg.jsonld",
    "what is accepted in the words of schema.org, as JSON-LD for search engines and web pages",
    write_schemaorg,
    published=False,
)
