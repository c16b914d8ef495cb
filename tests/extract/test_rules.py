from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from aigraph import language as language_module
from aigraph.errors import DataError
from aigraph.extract.rules import TRIGGERS, Rule, matrix, rules
from aigraph.language import language, languages
from aigraph.model import Modality
from aigraph.vocabulary import vocabulary

GOOD = """\
relation = "workedAt"

[[rule]]
id = "en.workedAt.test"
note = "whoever works there"
verb = ["work", "@role"]
subject = ["subject"]
object = ["at", "for"]
qualifiers = { role = ["as"] }
set = { status = "past" }
without = ["join"]
confidence = 0.9
yes = ["[subject Jan Leike] worked at [object OpenAI] as [role engineer]."]
no = ["[Person Jan Leike] saw [Organization OpenAI] and [subject:Person Sam Altman]."]
"""

Load = Callable[..., tuple[Rule, ...]]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Read English rules from files of the test's own; the program's own stay loaded and untouched."""
    language("en")
    vocabulary()
    folder = tmp_path / "en" / "relations"
    folder.mkdir(parents=True)

    def read(**files: str) -> tuple[Rule, ...]:
        for name, text in files.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(language_module, "LANGUAGES_DIR", tmp_path)
        return rules.__wrapped__("en")

    return read


# ---------------------------------------------------------------- the rules that there are


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_rules_of_a_language_are_well_formed(code: str) -> None:
    found = rules(code)
    assert len({rule.id for rule in found}) == len(found)
    for rule in found:
        assert rule.id.startswith(f"{code}.{rule.relation}.")
        assert rule.relation in vocabulary().relations
        assert rule.trigger in TRIGGERS
        assert rule.words
        assert not any(word.startswith("@") for word in rule.words)
        assert 0.0 < rule.confidence <= 1.0
        assert rule.note.strip()
        assert rule.yes
        assert rule.no
        assert set(rule.slots) >= {"subject", "object"}
        for name, value in rule.constants.items():
            choices = vocabulary().qualifiers[name].choices
            assert not choices or value in choices
        for slot in rule.slots:
            kind = rule.type_of(slot)
            assert kind is None or kind in vocabulary().class_labels
        relation = vocabulary().relations[rule.relation]
        assert vocabulary().is_a(rule.subject_type, relation.domain)
        assert vocabulary().is_a(rule.object_type, relation.range)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_example_marks_what_lies_in_its_text(code: str) -> None:
    for rule in rules(code):
        for example in (*rule.yes, *rule.no):
            spans = [(start, end) for start, end, _ in example.mentions]
            assert all(0 <= start < end <= len(example.text) for start, end in spans)
            assert all(kind in vocabulary().class_labels for _, _, kind in example.mentions)
            assert not re.search(r"[\[\]]", example.text), f"{rule.id}: {example.text}"
        for example in rule.yes:
            assert {"subject", "object"} <= {name for name, _ in example.expected}, f"{rule.id}: {example.text}"
            assert all(text in example.text for name, text in example.expected if name in ("subject", "object"))


def test_no_relation_lacks_a_rule_in_any_language() -> None:
    counts = matrix()
    assert set(counts) == {(relation, code) for relation in vocabulary().relations for code in languages()}
    assert all(counts.values()), counts
    assert sum(counts.values()) == sum(len(rules(code)) for code in languages())


# ---------------------------------------------------------------- reading a rule


def test_a_rule_is_read_with_all_that_it_says(load: Load) -> None:
    (rule,) = load(workedAt=GOOD)
    assert (rule.id, rule.relation, rule.trigger) == ("en.workedAt.test", "workedAt", "verb")
    assert rule.words == {"work"} | language("en").sets["role"]
    assert rule.slots == {"subject": ("subject",), "object": ("at", "for"), "role": ("as",)}
    assert rule.constants == {"status": "past"}
    assert rule.without_words == {"join"}
    assert rule.confidence == 0.9
    assert rule.modality is None
    assert (rule.type_of("subject"), rule.type_of("object"), rule.type_of("role")) == ("Person", "Organization", None)


def test_an_example_is_read_with_its_marks(load: Load) -> None:
    ((example,), (counter,)) = (load(workedAt=GOOD)[0].yes, load(workedAt=GOOD)[0].no)
    assert example.text == "Jan Leike worked at OpenAI as engineer."
    assert example.mentions == ((0, 9, "Person"), (20, 26, "Organization"))
    assert example.expected == (("subject", "Jan Leike"), ("object", "OpenAI"), ("role", "engineer"))
    assert counter.mentions == ((0, 9, "Person"), (14, 20, "Organization"), (25, 35, "Person"))


def test_a_rule_may_narrow_the_ends_and_fix_the_modality(load: Load) -> None:
    text = GOOD.replace("confidence", 'object_type = "Organization"\nmodality = "planned"\nconfidence')
    (rule,) = load(workedAt=text)
    assert rule.modality is Modality.PLANNED


def test_the_rules_come_in_the_order_of_files_and_places(load: Load) -> None:
    second = GOOD.split("\n", 2)[2].replace("en.workedAt.test", "en.workedAt.again")
    other = GOOD.replace("workedAt", "left").replace('set = { status = "past" }\n', "")
    found = load(workedAt=GOOD + "\n" + second, left=other)
    assert [rule.id for rule in found] == ["en.left.test", "en.workedAt.test", "en.workedAt.again"]


YES = 'yes = ["[subject Jan Leike] worked at [object OpenAI] as [role engineer]."]'
REFUSED = [
    pytest.param("without =", "witout =", "unknown key 'witout'; did you mean 'without'?", id="an unknown key"),
    pytest.param("without =", "zzz =", "unknown key 'zzz'; known are", id="an unknown key like no other"),
    pytest.param(YES, "yes = []", "at least one example in yes and one in no", id="no example"),
    pytest.param(YES, "", "the key 'yes' is missing", id="no yes at all"),
    pytest.param('note = "whoever works there"\n', "", "the key 'note' is missing", id="no note"),
    pytest.param("confidence = 0.9\n", "", "the key 'confidence' is missing", id="no confidence"),
    pytest.param('subject = ["subject"]\n', "", "the key 'subject' is missing", id="no subject"),
    pytest.param("qualifiers", 'noun = ["work"]\nqualifiers', "one trigger", id="two triggers"),
    pytest.param('verb = ["work", "@role"]\n', "", "one trigger", id="no trigger"),
    pytest.param("en.workedAt", "fr.workedAt", "the id must start with en.workedAt.", id="another language's id"),
    pytest.param("en.workedAt", "en.left", "the id must start with en.workedAt.", id="another relation's id"),
    pytest.param("role = [", "rol = [", "unknown key 'rol'; did you mean 'role'?", id="an unknown qualifier"),
    pytest.param("role = [", "amount = [", "unknown key 'amount'", id="another relation's qualifier"),
    pytest.param('"past" }', '"gone" }', "status is one of current, past, not 'gone'", id="a bad choice"),
    pytest.param("@role", "@roles", "there is no word set '@roles'", id="an unknown word set"),
    pytest.param("[Person Jan", "[Persn Jan", "[Persn ...] is neither", id="an unknown mark"),
    pytest.param("[role engineer]", "[amount engineer]", "amount", id="a mark of another relation"),
    pytest.param("0.9", '"high"', "confidence", id="a confidence that is no number"),
    pytest.param("0.9", "1.9", "confidence", id="a confidence beyond certainty"),
    pytest.param("confidence", 'modality = "maybe"\nconfidence', "modality", id="an unknown modality"),
    pytest.param("confidence", 'status = "gone"\nconfidence', "status", id="an unknown status"),
    pytest.param("confidence", 'voice = "middle"\nconfidence', "voice", id="an unknown voice"),
    pytest.param("confidence", 'block = "list"\nconfidence', "block", id="an unknown block"),
    pytest.param("confidence", 'subject_type = "Persn"\nconfidence', "Persn", id="an unknown class"),
    pytest.param("[Person Jan", "[subject:Persn Jan", "Persn", id="an unknown class in a mark"),
    pytest.param('["subject"]', '"subject"', "subject", id="a word where words belong"),
    pytest.param('verb = ["work", "@role"]', "verb = []", "verb", id="a trigger without words"),
    pytest.param(YES, 'yes = ["Jan Leike worked at OpenAI."]', "yes", id="a yes without marks"),
    pytest.param("[object OpenAI]", "[object OpenAI", "object", id="a mark without an end"),
    pytest.param("confidence = 0.9", "confidence = true", "confidence", id="a confidence that is a truth value"),
    pytest.param("[object OpenAI]", "OpenAI", "yes 1", id="a yes without its object"),
    pytest.param('"past" }', "1 }", "set: status must be a string", id="a constant that is no string"),
    pytest.param('{ role = ["as"] }', '["as"]', "qualifiers: ['as'] must be a table", id="a list for a table"),
    pytest.param("confidence", 'units = "no"\nconfidence', "units", id="a word where a truth value belongs"),
    pytest.param("confidence", 'object_type = "Person"\nconfidence', "a kind of Organization", id="a foreign class"),
    pytest.param('"whoever works there"', "4", "note must be a string", id="a note that is no string"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), REFUSED)
def test_a_malformed_rule_is_refused_with_file_and_rule(
    old: str, new: str, message: str, load: Load, tmp_path: Path
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        load(workedAt=text)
    where = str(caught.value)
    assert str(tmp_path / "en" / "relations" / "workedAt.toml") in where
    assert re.search(r'^id = "(.*)"', text, re.MULTILINE)[1] in where  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("movedTo", GOOD, "relation = 'workedAt' must be the file's name"),
        ("worksAt", GOOD.replace("workedAt", "worksAt"), "relation = 'worksAt' must be .* a relation of the ontology"),
        ("workedAt", GOOD.replace('relation = "workedAt"\n', ""), "relation = None must be the file's name"),
        ("workedAt", GOOD.replace("[[rule]]", "[[rules]]"), r"unknown key 'rules'; did you mean 'rule'\?"),
        ("workedAt", GOOD.replace("[[rule]]", "[rule]"), "rule must be a list of tables"),
        ("workedAt", 'relation = "workedAt"\nrule = [4]', "rule 1: 4 must be a table"),
        ("workedAt", GOOD.replace('"workedAt"\n', '"workedAt\n', 1), "line 1"),
        ("workedAt", GOOD + GOOD.split("\n", 1)[1], "en.workedAt.test: this id is taken"),
    ],
)
def test_a_malformed_file_of_rules_is_refused_with_its_path(
    name: str, text: str, message: str, load: Load, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=message) as caught:
        load(**{name: text})
    assert str(tmp_path / "en" / "relations" / f"{name}.toml") in str(caught.value)
