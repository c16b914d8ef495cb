from __future__ import annotations

import dataclasses

import pytest

from aigraph.extract import check
from aigraph.extract.check import Report, claims_of, run
from aigraph.extract.rules import Example, Rule, rules
from aigraph.language import languages


@pytest.fixture(scope="module")
def report() -> Report:
    return run()


def test_every_example_of_every_rule_proves_its_rule(report: Report) -> None:
    assert report.failures == ()
    assert report.examples == sum(len(rule.yes) + len(rule.no) for code in languages() for rule in rules(code))


def test_no_relation_lacks_a_rule(report: Report) -> None:
    assert {code for _, code in report.matrix} == set(languages())
    assert all(report.matrix.values())


def example(text: str, *expected: tuple[str, str]) -> Example:
    """An example about Jan Leike and OpenAI, which the text names in this order."""
    leike, openai = text.index("Jan Leike"), text.index("OpenAI")
    return Example(text, ((leike, leike + 9, "Person"), (openai, openai + 6, "Organization")), expected)


LEFT = example("Jan Leike left OpenAI.", ("subject", "Jan Leike"), ("object", "OpenAI"))
SAW = example("Jan Leike saw OpenAI.", ("subject", "Jan Leike"), ("object", "OpenAI"))


def report_on(monkeypatch: pytest.MonkeyPatch, *, yes: Example, no: Example) -> Report:
    """Check one rule with these examples; the rules that read them are the program's own."""
    (rule,) = [rule for rule in rules("en") if rule.id == "en.left.leave"]
    changed = dataclasses.replace(rule, yes=(yes,), no=(no,))

    def only(code: str) -> tuple[Rule, ...]:
        return (changed,) if code == "en" else ()

    monkeypatch.setattr(check, "rules", only)
    return run()


def test_right_examples_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    assert report_on(monkeypatch, yes=LEFT, no=SAW).failures == ()


@pytest.mark.parametrize(
    ("yes", "no", "message"),
    [
        (SAW, SAW, "yes: 'Jan Leike saw OpenAI.' should give"),
        (LEFT, LEFT, "no: 'Jan Leike left OpenAI.' gives left(Jan Leike, OpenAI)"),
        (
            dataclasses.replace(LEFT, expected=(("subject", "OpenAI"), ("object", "Jan Leike"))),
            SAW,
            "yes: 'Jan Leike left OpenAI.' should give",
        ),
        (
            dataclasses.replace(LEFT, expected=(*LEFT.expected, ("role", "head of alignment"))),
            SAW,
            "should give role 'head of alignment'",
        ),
    ],
    ids=["a yes that yields nothing", "a no that yields a claim", "ends the wrong way round", "a missing qualifier"],
)
def test_a_rule_that_does_not_do_what_its_examples_say_is_caught(
    yes: Example, no: Example, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = report_on(monkeypatch, yes=yes, no=no).failures
    assert len(failures) == 1
    assert failures[0].startswith("en.left.leave: ")
    assert message in failures[0]


def test_a_yes_that_yields_more_than_it_says_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Jan Leike left OpenAI, and Geoffrey Hinton left Google."
    hinton, google = text.index("Geoffrey"), text.index("Google")
    both = Example(
        text,
        (*example(text).mentions, (hinton, hinton + 15, "Person"), (google, google + 6, "Organization")),
        LEFT.expected,
    )
    (failure,) = report_on(monkeypatch, yes=both, no=SAW).failures
    assert "gives left(Geoffrey Hinton, Google)" in failure


def test_a_relation_without_a_rule_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {("left", "en"): 1, ("left", "fr"): 0}
    monkeypatch.setattr(check, "matrix", lambda: counts)
    found = report_on(monkeypatch, yes=LEFT, no=SAW)
    assert found.failures == ("left: no rule in 'fr'",)
    assert found.matrix == counts


def test_an_example_is_read_by_all_rules_of_its_language() -> None:
    found = claims_of(example("Jan Leike refused to join OpenAI."), "en")
    assert {claim.relation for claim in found} == {"declined", "movedTo"}
