from __future__ import annotations

import pytest

from aigraph.extract.explain import explain

JOINED = "Mark Zuckerberg runs Meta. The engineer Ruoming Pang left Apple to join Meta in July 2025."
REJOINT = "Le chercheur Yann LeCun a rejoint Facebook en décembre 2013."


@pytest.mark.parametrize(
    ("code", "text", "rule", "claim"),
    [
        ("en", JOINED, "en.movedTo.join", "Ruoming Pang movedTo Meta"),
        ("fr", REJOINT, "fr.movedTo.rejoindre", "Yann LeCun movedTo Facebook"),
    ],
)
def test_the_rule_that_fired_stands_behind_its_claim(code: str, text: str, rule: str, claim: str) -> None:
    explanation = explain(text, code)
    (line,) = [line for line in explanation.lines() if line.strip().startswith(claim)]
    assert rule in line
    assert "asserted" in line
    assert any(found.evidence.rule == rule for found in explanation.claims)
    assert any(attempt.rule.id == rule and attempt.claims for attempt in explanation.attempts)


@pytest.mark.parametrize(
    ("code", "text", "rule", "trigger", "missing"),
    [
        ("en", "The critics joined Meta.", "en.movedTo.join", "joined", "no Person as its subject"),
        ("en", "The engineer Ruoming Pang joined the critics.", "en.movedTo.join", "joined", "no Organization"),
        ("fr", "Les critiques ont rejoint Meta.", "fr.movedTo.rejoindre", "rejoint", "no Person as its subject"),
        ("en", "Sam Altman asked if Mark Zuckerberg had left Meta.", "en.left.leave", "left", "only supposed"),
        ("en", "Meta hired Ruoming Pang from Apple.", "en.approached.try-to-hire", "hired", "it does not stand under"),
    ],
)
def test_a_rule_that_nearly_fired_says_what_it_missed(
    code: str, text: str, rule: str, trigger: str, missing: str
) -> None:
    lines = explain(text, code).lines()
    (line,) = [line for line in lines if line.strip().startswith(f"{rule}: ")]
    assert repr(trigger) in line
    assert missing in line
    assert lines.index(line) > lines.index("Rules whose trigger stands here but that made no claim:")


def test_the_tokens_are_shown_with_what_they_denote() -> None:
    lines = explain(JOINED, "en").lines()
    (shown,) = [line for line in lines if line.strip().startswith("Ruoming Pang  ")]
    assert "PROPN" in shown
    assert shown.endswith("= Ruoming Pang (Person)")
    assert any("date" in line and "July 2025" in line and line.endswith("= 2025-07") for line in lines)


def test_a_text_that_says_nothing_is_explained_too() -> None:
    lines = explain("The weather is fine.", "en").lines()
    assert lines[-6:-2] == ("Claims:", "  none", "Rules whose trigger stands here but that made no claim:", "  none")
    assert lines[-1] == "  none"


def test_dates_are_read_from_the_day_of_publication() -> None:
    text = "Le chercheur Yann LeCun a rejoint Facebook l'an dernier."
    (claim,) = explain(text, "fr", published="2014-05-02").claims
    assert claim.value("date") == "2013"
