"""FollowTheMoney entities: what its model asks for, what an analyst may take for a fact, and what the graph holds."""

from __future__ import annotations

import datetime
import importlib
import importlib.util
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Draft

from aigraph.export import EXPORTERS, Options
from aigraph.export.followthemoney.things import article_id, thing_id
from aigraph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Form,
    Mention,
    Modality,
    Reading,
    Span,
    Statement,
    Status,
    Tenure,
)
from aigraph.revise import fresh
from aigraph.store import Store
from aigraph.workspace import Graph

Record = dict[str, Any]

MODEL: Record = json.loads((Path(__file__).parent / "fixtures/followthemoney.json").read_text("utf-8"))
ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
DATE = re.compile(r"[12]\d{3}(-\d{2}){0,2}")

with_library = pytest.mark.skipif(
    importlib.util.find_spec("followthemoney") is None,
    reason="followthemoney is not installed: apt-get install libicu-dev g++ pkg-config (for its pyicu, which has no "
    "wheel), then pip install followthemoney",
)


def _career() -> Reading:
    text = "John Schulman left OpenAI for Anthropic in August 2024. In February 2025, John Schulman joined Thinky."
    first, second = text.split(". ")
    draft = Draft(text, published="2025-02-07", title="Three laboratories")
    draft.says(f"{first}.", "John Schulman", "movedTo", "Anthropic", from_="OpenAI", date=("2024-08", "August 2024"))
    draft.says(second, "John Schulman", "movedTo", "Thinky", date=("2025-02", "February 2025"))
    return draft.reading


def _hearsay() -> Reading:
    sentences: tuple[tuple[str, str, str, str, Modality, dict[str, Any]], ...] = (
        ("Andrej Karpathy is said to have joined Meta.", "Andrej Karpathy", "movedTo", "Meta", Modality.RUMOURED, {}),
        ("Ilya Sutskever did not join Meta.", "Ilya Sutskever", "movedTo", "Meta", Modality.DENIED, {}),
        ("OpenAI bought Rockset.", "OpenAI", "acquired", "Rockset", Modality.ASSERTED, {}),
        ("OpenAI invested in MIT.", "OpenAI", "investedIn", "MIT", Modality.ASSERTED, {}),
        ("Arthur Mensch founded Mistral AI.", "Arthur Mensch", "founded", "Mistral AI", Modality.ASSERTED, {}),
        (
            "Lample is an author of LLaMA.",
            "Lample",
            "coCreated",
            "LLaMA",
            Modality.ASSERTED,
            {"contribution": "author"},
        ),
        ("Mistral AI dates from 2023.", "Mistral AI", "foundedOn", "2023", Modality.ASSERTED, {"date": "2023"}),
        ("OpenAI has a ratio of 2.68.", "OpenAI", "hasFigure", "2.68", Modality.ASSERTED, {"value": "2.68"}),
        ("Timothée Lacroix studied at MIT.", "Timothée Lacroix", "educatedAt", "MIT", Modality.ASSERTED, {}),
        ("Google declined to comment on DeepMind.", "Google", "developed", "LLaMA", Modality.PLANNED, {}),
    )
    draft = Draft(" ".join(sentence for sentence, *_ in sentences), title="Heard", path="wire/heard.txt")
    for sentence, subject, relation, other, modality, details in sentences:
        draft.says(sentence, subject, relation, other, modality=modality, **details)
    return draft.reading


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(fresh(Store.open(None, create=True), [_career(), _hearsay()], decisions=()))


@pytest.fixture(scope="module")
def examples() -> Graph:
    """Return the graph of the articles in `examples/`, made anew from the claims that `exports/` keeps."""
    from aigraph.store import load

    kept = Graph(load(Path(__file__).parents[2] / "exports/graph.nq"))
    return Graph(fresh(Store.open(None, create=True), kept.readings(), decisions=()))


class _Shelf:
    """All of a store that entities are made from, without a database."""

    def __init__(self, statements: Sequence[Statement], article: Document, tenures: Sequence[Tenure] = ()) -> None:
        self._statements, self._article, self._tenures = statements, article, tuple(tenures)

    def statements(self) -> Iterator[Statement]:
        return iter(self._statements)

    def documents(self) -> dict[str, Document]:
        return {self._article.id: self._article}

    def fingerprints(self) -> dict[str, str]:
        return {self._article.id: ""}

    @property
    def lookup(self) -> _Shelf:
        return self

    def document(self, key: str) -> Document | None:
        return self.documents().get(key)

    def tenures(self) -> tuple[Tenure, ...]:
        return self._tenures


def written(store: Store, file: str = "entities.ftm.json", options: Options | None = None) -> bytes:
    stream = io.BytesIO()
    files = EXPORTERS["ftm"].files
    assert files
    files[file](store, options or Options(), stream)
    return stream.getvalue()


def entities(store: Store) -> list[Record]:
    lines = written(store).decode("utf-8").split("\n")
    assert lines.pop() == ""
    return [json.loads(line) for line in lines]


def links(records: list[Record], *schemata: str) -> list[tuple[str, ...]]:
    """Return the links as schema, one end, role, other end."""
    found = []
    for record in records:
        edge = MODEL[record["schema"]]["edge"]
        if edge and (not schemata or record["schema"] in schemata):
            values = record["properties"]
            role = "; ".join(values.get("role", ()))
            found.append((record["schema"], values[edge[0]][0], role, values[edge[1]][0]))
    return sorted(found)


def faults(records: list[Record]) -> list[str]:
    """Return what the model of FollowTheMoney would not have: the checks of its library and of zavod."""
    found, known = [], {record["id"]: record for record in records}
    if len(known) < len(records):
        found.append("an id is there twice")
    for record in records:
        schema, where = MODEL.get(record["schema"]), record["id"]
        if schema is None:
            found.append(f"{where}: no schema {record['schema']}")
            continue
        if not ID.fullmatch(where) or len(where) > 200:
            found.append(f"{where}: no id")
        found += [f"{where}: lacks {name}" for name in schema["required"] if not record["properties"].get(name)]
        for name, values in record["properties"].items():
            if (prop := schema["properties"].get(name)) is None:
                found.append(f"{where}: {record['schema']} has no {name}")
                continue
            if not values or len(set(values)) < len(values):
                found.append(f"{where}: {name} is empty or has a value twice")
            for value in values:
                if not 0 < len(value) <= prop["length"]:
                    found.append(f"{where}: {name} is too long or empty")
                if prop["type"] == "date" and not DATE.fullmatch(value):
                    found.append(f"{where}: {name} is no date: {value}")
                if prop["type"] == "entity":
                    other = known.get(value)
                    if other is None or prop["range"] not in MODEL[other["schema"]]["is"]:
                        found.append(f"{where}: {name} leads to no {prop['range']}: {value}")
    return found


def test_every_entity_is_as_the_model_asks(graph: Graph, examples: Graph) -> None:
    for store in (graph.store, examples.store):
        assert faults(entities(store)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"schema": "Move"}, "no schema"),
        ({"id": "person/b"}, "no id"),
        ({"properties": {}}, "lacks"),
        ({"properties": {"owner": ["aig-person-arthur-mensch"], "asset": ["aig-organization-mit"]}}, "no Asset"),
        ({"properties": {"owner": ["x"], "asset": ["aig-organization-rockset"]}}, "no LegalEntity"),
        ({"properties": {"startDate": ["soon"]}}, "no date"),
    ],
)
def test_the_check_of_the_model_bites(graph: Graph, change: Record, fault: str) -> None:
    records = entities(graph.store)
    at = next(i for i, record in enumerate(records) if record["schema"] == "Ownership")
    records[at] = {**records[at], **change}
    assert any(fault in found for found in faults(records))


def test_a_stay_is_one_employment_with_its_dates_and_its_proof(graph: Graph) -> None:
    records = entities(graph.store)
    stays = {r["properties"]["employer"][0]: r["properties"] for r in records if r["schema"] == "Employment"}
    assert stays.keys() >= {f"aig-organization-{name}" for name in ("openai", "anthropic", "thinky")}
    openai, anthropic = stays["aig-organization-openai"], stays["aig-organization-anthropic"]
    assert openai["employee"] == anthropic["employee"] == ["aig-person-john-schulman"]
    assert openai["endDate"] == anthropic["startDate"] == ["2024-08"]
    assert "startDate" not in openai
    assert anthropic["description"] == ["John Schulman left OpenAI for Anthropic in August 2024."]
    (article,) = (r for r in records if r["id"] == anthropic["proof"][0])
    assert article["schema"] == "Article"
    assert article["properties"] == {
        "title": ["Three laboratories"],
        "publishedAt": ["2025-02-07"],
        "language": ["eng"],
    }


def test_a_founder_without_a_post_is_there_as_a_founder(graph: Graph, examples: Graph) -> None:
    # To have founded something is not to have worked there.
    assert all("mistral" not in link[3] for link in links(entities(graph.store), "Employment"))
    founded = {(s.subject.id, s.object.id) for s in examples.statements() if s.relation == "founded"}
    founders = [link for link in links(entities(examples.store), "Employment") if link[2] == "founder"]
    assert founders
    assert {(link[1], link[3]) for link in founders} <= {(thing_id(one), thing_id(other)) for one, other in founded}


def test_a_stay_without_a_start_has_a_day_on_which_it_surely_lasted(examples: Graph) -> None:
    tenures = {f"aig-tenure-{tenure.id}": tenure for tenure in examples.tenures()}
    stays = {r["id"]: r["properties"] for r in entities(examples.store) if r["schema"] == "Employment"}
    dated = {key: properties["date"] for key, properties in stays.items() if "date" in properties}
    assert len(dated) > 10
    for key, (day,) in dated.items():
        assert tenures[key].holds_on(datetime.date.fromisoformat(day))
        assert "startDate" not in stays[key]


def test_facts_that_a_person_has_noted_come_from_a_table() -> None:
    article = Document("Ada joined Meta.", path="facts.csv", form=Form.TABLE, url="https://example.org/a")
    shelf = _Shelf([_statement(("Ada", "Meta", "A."), article, "movedTo", Status.ACCEPTED, Modality.ASSERTED)], article)
    (table,) = (record for record in entities(cast("Store", shelf)) if record["schema"] == "Table")
    assert table["properties"]["fileName"] == ["facts.csv"]
    assert faults(entities(cast("Store", shelf))) == []


def test_a_rumour_is_no_employment_and_says_that_it_is_one(graph: Graph) -> None:
    records = entities(graph.store)
    of_meta = [link for link in links(records) if "aig-organization-meta" in link]
    assert of_meta == [
        ("UnknownLink", "aig-person-andrej-karpathy", "moved to (rumoured)", "aig-organization-meta"),
    ]
    (rumour,) = (r for r in records if r["properties"].get("role") == ["moved to (rumoured)"])
    assert rumour["properties"]["status"] == ["unconfirmed", "rumoured"]


def test_what_is_denied_does_not_come_out(graph: Graph) -> None:
    content = written(graph.store).decode("utf-8")
    assert "Sutskever" not in content
    assert "Karpathy" in content


def test_relations_become_the_links_that_analysts_look_for(graph: Graph) -> None:
    found = links(entities(graph.store), "Ownership", "Membership", "ProjectParticipant", "UnknownLink")
    assert set(found) == {
        ("Ownership", "aig-organization-openai", "acquirer", "aig-organization-rockset"),
        ("Membership", "aig-person-timothee-lacroix", "student", "aig-organization-mit"),
        ("ProjectParticipant", "aig-person-lample", "author", "aig-model-llama"),
        ("UnknownLink", "aig-person-arthur-mensch", "founded", "aig-organization-mistral-ai"),
        # Nobody owns a university.
        ("UnknownLink", "aig-organization-openai", "invested in", "aig-organization-mit"),
        ("UnknownLink", "aig-organization-google", "developed (planned)", "aig-model-llama"),
        ("UnknownLink", "aig-person-andrej-karpathy", "moved to (rumoured)", "aig-organization-meta"),
    }


def test_what_was_bought_is_a_company_and_a_university_is_not(graph: Graph) -> None:
    schemata = {record["id"]: record["schema"] for record in entities(graph.store)}
    assert schemata["aig-organization-rockset"] == "Company"
    assert schemata["aig-organization-mit"] == "Organization"
    assert schemata["aig-model-llama"] == "Project"
    assert schemata["aig-organization-thinky"] == "Organization"


def test_a_number_is_a_note_and_a_beginning_a_date(graph: Graph) -> None:
    records = entities(graph.store)
    (note,) = (r for r in records if r["properties"].get("name") == ["has the figure: 2.68"])
    assert note["properties"]["entity"] == ["aig-organization-openai"]
    assert note["properties"]["description"] == ["OpenAI has a ratio of 2.68."]
    (mistral,) = (r for r in records if r["id"] == "aig-organization-mistral-ai")
    assert mistral["properties"]["incorporationDate"] == ["2023"]


def test_every_statement_that_comes_out_is_there_with_its_sentences(examples: Graph) -> None:
    records = entities(examples.store)
    recorded = {key for record in records for key in record["properties"].get("recordId", ())}
    recorded |= {record["id"].removeprefix("aig-statement-") for record in records if record["schema"] == "Note"}
    told = [s for s in examples.statements() if s.modality is not Modality.DENIED and s.status is not Status.REFUTED]
    assert recorded == {statement.id for statement in told}
    sentences = {sentence for record in records for sentence in record["properties"].get("description", ())}
    assert sentences == {evidence.quote for statement in told for evidence in statement.evidence}


def test_the_dataset_says_what_it_was_made_from_and_who_may_use_it(graph: Graph) -> None:
    content = written(graph.store)
    described = json.loads(written(graph.store, "index.json"))
    assert described["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert "from 2 articles of 2025-02-07" in described["description"]
    assert described["entity_count"] == content.count(b"\n")
    assert described["resources"][0]["size"] == len(content)
    own = json.loads(written(graph.store, "index.json", Options(licence="For our eyes only.")))
    assert "license" not in own
    assert own["description"].endswith("For our eyes only.")


def test_one_file_of_the_folder_is_written_alone(graph: Graph, tmp_path: Path) -> None:
    graph.export(tmp_path / "entities.ftm.json", "ftm")
    assert (tmp_path / "entities.ftm.json").read_bytes() == written(graph.store)
    graph.export(tmp_path / "folder", "ftm")
    assert sorted(file.name for file in (tmp_path / "folder").iterdir()) == ["entities.ftm.json", "index.json"]


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30) | st.sampled_from(
    ['""', "\u202e", " ", "=1+1", "</script>", "a\tb\u2028c", "x" * 1000, "0", "\u200b"]
)
URLS = st.one_of(
    TEXTS,
    TEXTS.map("https://example.org/{}".format),
    TEXTS.map("https://{}.org/".format),
    st.sampled_from(
        ["javascript:alert(1)", "https://[::1]/", "http://a:99999/", "https://例え.jp/é?a=1&b=2", "//x.org"]
    ),
)


def _statement(names: Sequence[str], article: Document, relation: str, status: Status, modality: Modality) -> Statement:
    ends = (
        Entity(f"person/{names[0]}", "Person", names[0], (names[2],)),
        Entity(f"organization/{names[1]}", "Organization", names[1]),
    )
    mentions = [Mention.at(article.text, 0, 1, end.type) for end in ends]
    evidence = Evidence(article.id, Span(0, len(article.text)), article.text, "en.test")
    claim = Claim(mentions[0], relation, mentions[1], evidence, modality)
    return Statement(ends[0], relation, ends[1], (claim,), status, 1.0)


SHELVES = st.builds(
    lambda names, text, url, title, relation, status, modality: _Shelf(
        [
            _statement(
                names, article := Document(text, title=title, url=url, publisher=title), relation, status, modality
            )
        ],
        article,
    ),
    st.lists(TEXTS, min_size=3, max_size=3),
    TEXTS,
    URLS,
    TEXTS,
    st.sampled_from(["movedTo", "workedAt", "founded", "educatedAt", "declined"]),
    st.sampled_from(Status),
    st.sampled_from(Modality),
)


@given(SHELVES)
def test_hostile_words_are_as_the_model_asks_and_come_back(shelf: _Shelf) -> None:
    store = cast("Store", shelf)
    records = entities(store)
    assert faults(records) == []
    (statement,), (article,) = list(shelf.statements()), shelf.documents().values()
    by_id = {record["id"]: record["properties"] for record in records}
    assert article_id(article.id) in by_id
    if statement.modality is Modality.DENIED or statement.status is Status.REFUTED:
        assert len(records) == 1
        return
    for end in (statement.subject, statement.object):
        (name,) = by_id[thing_id(end.id)]["name"]
        assert name in (end.label, end.id) or (len(end.label) > 384 and end.label in by_id[thing_id(end.id)]["notes"])
    holds = statement.status is Status.ACCEPTED and statement.modality in (Modality.ASSERTED, Modality.REPORTED)
    roles = [role for record in records for role in record["properties"].get("role", ())]
    assert len(roles) == 1
    assert ("(" in roles[0]) == (not holds)


@with_library
@settings(deadline=None)
@given(SHELVES)
def test_the_library_drops_no_value(shelf: _Shelf) -> None:
    model = importlib.import_module("followthemoney").model
    for record in entities(cast("Store", shelf)):
        proxy = model.get_proxy(json.loads(json.dumps(record)), cleaned=False)
        proxy.schema.validate(record)
        for name, values in record["properties"].items():
            clean = {proxy.schema.get(name).type.clean(value) for value in values}
            assert None not in clean, name
            assert set(proxy.get(name)) == clean


@with_library
def test_the_library_reads_back_what_was_written(graph: Graph, examples: Graph) -> None:
    model = importlib.import_module("followthemoney").model
    dataset = importlib.import_module("followthemoney.dataset").Dataset
    for store in (graph.store, examples.store):
        for record in entities(store):
            proxy = model.get_proxy(json.loads(json.dumps(record)), cleaned=False)
            assert proxy.to_dict()["properties"] == record["properties"]
        assert dataset.make(json.loads(written(store, "index.json"))).name == "aigraph"


@with_library
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("command", ["validate", "export-csv", "export-gexf", "export-cypher", "statements"])
def test_the_tools_of_followthemoney_take_the_file(graph: Graph, tmp_path: Path, command: str) -> None:
    from click.testing import CliRunner

    file = tmp_path / "entities.ftm.json"
    graph.export(file, "ftm")
    given_ = [str(file)] if command == "statements" else ["-i", str(file)]
    result = CliRunner().invoke(
        importlib.import_module("followthemoney.cli.cli").cli, [command, *given_, "-o", str(tmp_path / "out")]
    )
    assert result.exit_code == 0, result.output
