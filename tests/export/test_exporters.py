"""What every format owes its reader: the same bytes for the same graph, and every word back as it went in."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeGuard

import networkx as nx
import openpyxl
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
import rdflib
from tests.conftest import keep
from tests.export import readers

from aigraph import pipeline
from aigraph.export import EXPORTERS, Exporter, Options
from aigraph.export.tables import TABLES
from aigraph.model import Claim, Conflict, Document, Entity, Evidence, Mention, Reading, Span, Statement, Status, Tenure
from aigraph.store import Store

HOSTILE = "<b>&\"' ]]> {{x}} \\u0041 \u2028\u202e\t😀 =1+1, | é"
ARTICLE = Document(f"{HOSTILE} joined OpenAI.", title=HOSTILE)

Texts = Callable[[bytes], set[str]]
Fill = Callable[[Iterable[Statement], Iterable[Document]], Store]


def _rdf(format: str) -> Texts:
    def read(content: bytes) -> set[str]:
        dataset = rdflib.Dataset()
        dataset.parse(data=content, format=format)
        return {str(term) for _, _, term, _ in dataset.quads() if isinstance(term, rdflib.Literal)}

    return read


def _turtle12(content: bytes) -> set[str]:
    # rdflib does not read RDF 1.2 yet.
    return {triple.object.value for triple in ox.parse(content, ox.RdfFormat.TURTLE) if _is_text(triple.object)}


def _is_text(term: object) -> TypeGuard[ox.Literal]:
    return isinstance(term, ox.Literal)


def _schemaorg(content: bytes) -> set[str]:
    # The context of schema.org is on the web; what it says of the terms of the file is this.
    document = json.loads(content) | {"@context": {"@vocab": str(rdflib.SDO)}}
    return _rdf("json-ld")(json.dumps(document).encode("utf-8"))


def _csv(content: bytes) -> set[str]:
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    assert all(len(row) == len(header) for row in rows)
    cells = {cell for row in rows for cell in row}
    return cells | {item.replace("||", "|") for cell in cells for item in cell.split(" | ")}


def _excel(content: bytes) -> set[str]:
    sheets = openpyxl.load_workbook(io.BytesIO(content), read_only=True).worksheets
    cells = {str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}
    return cells | {item.replace("||", "|") for cell in cells for item in cell.split(" | ")}


def _parquet(content: bytes) -> set[str]:
    columns = pq.read_table(io.BytesIO(content)).to_pydict().values()
    cells = [cell for column in columns for cell in column]
    return {text for cell in cells for text in (cell if isinstance(cell, list) else [cell]) if isinstance(text, str)}


def _zipped(read: Texts, suffix: str) -> Texts:
    def read_all(content: bytes) -> set[str]:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {text for name in archive.namelist() if name.endswith(suffix) for text in read(archive.read(name))}

    return read_all


def _gexf(content: bytes) -> set[str]:
    graph = nx.read_gexf(io.BytesIO(content), version="1.3")
    values = [values for _, values in graph.nodes(data=True)] + [values for *_, values in graph.edges(data=True)]
    return {value for attributes in values for value in attributes.values() if isinstance(value, str)}


def _followthemoney(content: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        lines = archive.read("ftm/entities.ftm.json").decode("utf-8").split("\n")
    values = [json.loads(line)["properties"].values() for line in lines if line]
    return {text for properties in values for texts in properties for text in texts}


READERS: dict[str, Texts] = {
    "turtle": _rdf("turtle"),
    "trig": _rdf("trig"),
    "nquads": _rdf("nquads"),
    "jsonld": _rdf("json-ld"),
    "turtle12": _turtle12,
    "schemaorg": _schemaorg,
    **dict.fromkeys(TABLES, _csv),
    "csv": _zipped(_csv, ".csv"),
    "excel": _excel,
    "parquet": _zipped(_parquet, ".parquet"),
    "gexf": _gexf,
    "facts": _csv,
    "ftm": _followthemoney,
    "graphml": lambda content: readers.graphml(content).texts(),
    "cytoscape": lambda content: readers.cytoscape(content).texts(),
    "graphviz": lambda content: readers.graphviz(content).texts(),
    "pajek": lambda content: readers.pajek(content).texts(),
    "neo4j": lambda content: readers.neo4j(content).texts(),
}
"""Each format as a library that had no part in writing it reads it: the texts in the file."""

HELD = {"articles": {"Two researchers, three laboratories", "Example News"}}
"""What a format holds that tells of no one."""

# rdflib's own parsers call what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning:rdflib")

every_exporter = pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=list(EXPORTERS))


@pytest.fixture
def hostile() -> Statement:
    person = Mention.at(ARTICLE.text, 0, len(HOSTILE), "Person")
    company = Mention.at(ARTICLE.text, len(ARTICLE.text) - 7, len(ARTICLE.text) - 1, "Organization")
    evidence = Evidence(ARTICLE.id, Span(0, len(ARTICLE.text)), ARTICLE.text, "en.movedTo.test")
    claim = Claim(person, "movedTo", company, evidence)
    ends = Entity("person/b", "Person", HOSTILE, (HOSTILE,)), Entity("organization/openai", "Organization", "OpenAI")
    return Statement(ends[0], "movedTo", ends[1], (claim,), Status.ACCEPTED, 1.0)


@pytest.fixture
def fill() -> Fill:
    """Return what makes a store from statements and articles, in the order given."""

    def filled(statements: Iterable[Statement], articles: Iterable[Document]) -> Store:
        statements = list(statements)
        claims = {claim.id: claim for statement in statements for claim in statement.claims}
        store = Store.open(None, create=True)
        readings = []
        for article in articles:
            own = sorted(
                (claim for claim in claims.values() if claim.evidence.document == article.id),
                key=lambda claim: (claim.evidence.span, claim.id),
            )
            readings.append(Reading(article, tuple(own)))
        moves = [statement for statement in statements if statement.relation == "movedTo"]
        keep(
            *(store, readings, statements),
            tenures=tuple(Tenure(move.subject, move.object, 0, statements=(move.id,)) for move in moves),
            conflicts=tuple(
                Conflict("test", move.id, move.subject.label, move.object.label, (move.claims[0].id,), (move.id,))
                for move in moves
            ),
        )
        return store

    return filled


def written(exporter: Exporter, store: Store) -> bytes:
    stream = io.BytesIO()
    exporter.write(store, Options(), stream)
    assert not stream.closed
    return stream.getvalue()


def test_every_format_has_a_name_a_file_a_purpose_and_a_reader() -> None:
    assert EXPORTERS.keys() == READERS.keys()
    for name, exporter in EXPORTERS.items():
        assert exporter.name == name
        assert Path(exporter.file).suffix
        assert exporter.description


@every_exporter
def test_an_export_is_the_same_whatever_the_order_of_its_input(
    exporter: Exporter, statements: Sequence[Statement], articles: Sequence[Document], fill: Fill
) -> None:
    content = written(exporter, fill(statements, articles))
    assert content == written(exporter, fill(statements[::-1], articles[::-1]))
    assert content == written(exporter, fill([*statements[4:], *statements[:4]], articles))


@every_exporter
def test_an_export_holds_what_was_put_in(
    exporter: Exporter, statements: Sequence[Statement], articles: Sequence[Document], fill: Fill
) -> None:
    texts = READERS[exporter.name](written(exporter, fill(statements, articles)))
    assert HELD.get(exporter.name, {"John Schulman", "Thinking Machines Lab"}) <= texts


@every_exporter
def test_hostile_words_come_back_as_they_went_in(exporter: Exporter, hostile: Statement, fill: Fill) -> None:
    texts = READERS[exporter.name](written(exporter, fill([hostile], [ARTICLE])))
    assert HOSTILE in texts


@every_exporter
def test_an_empty_graph_is_a_readable_file(exporter: Exporter, fill: Fill) -> None:
    texts = READERS[exporter.name](written(exporter, fill([], [])))
    assert not {"John Schulman", "OpenAI", "movedTo"} & texts


def test_an_export_holds_on_to_nothing(tmp_path: Path) -> None:
    article = io.BytesIO(b"In May 2014, Andrew Ng joined Baidu from Google.")
    pipeline.build(["-"], stdin=article, store=tmp_path / "store").close()
    for name, exporter in EXPORTERS.items():
        with Store.open(tmp_path / "store", create=False) as store:
            written(exporter, store)
        # A database that anything still holds does not open a second time.
        with Store.open(tmp_path / "store", create=False) as store:
            assert store.fingerprints(), name
