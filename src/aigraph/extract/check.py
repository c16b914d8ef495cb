"""Rules prove themselves: every `yes` yields exactly its claim, every `no` none, each read by all rules of its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.annotate import annotate_marked
from aigraph.extract import read_claims
from aigraph.extract.rules import Example, Rule, matrix, rules
from aigraph.language import languages
from aigraph.model import Claim, Document, Mention, Modality
from aigraph.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Report:
    """What the examples showed: how many there are, which fail and how, and the rules for each (relation, language)."""

    examples: int
    failures: tuple[str, ...]
    matrix: Mapping[tuple[str, str], int]


def run() -> Report:
    """Read every example of every rule."""
    examples = 0
    failures: list[str] = []
    for code in languages():
        for rule in rules(code):
            for example in rule.yes:
                examples += 1
                failures += _prove_yes(rule, example, code)
            for example in rule.no:
                examples += 1
                failures += _prove_no(rule, example, code)
    counts = matrix()
    failures += [f"{relation}: no rule in {code!r}" for (relation, code), count in counts.items() if not count]
    return Report(examples, tuple(failures), counts)


def claims_of(example: Example, code: str) -> tuple[Claim, ...]:
    """Return what all rules of the language read in an example."""
    mentions = [Mention.at(example.text, start, end, type) for start, end, type in example.mentions if type != "Figure"]
    document = Document(example.text, language=code, published="2025-07-15")
    return read_claims(annotate_marked(document, mentions))


def _prove_yes(rule: Rule, example: Example, code: str) -> list[str]:
    claims = claims_of(example, code)
    expected = dict(example.expected)
    wanted = {v for k, v in example.expected if k == "object"}, {v for k, v in example.expected if k == "subject"}
    right = [
        c for c in claims if c.relation == rule.relation and c.object.name in wanted[0] and c.subject.name in wanted[1]
    ]
    if len(right) != len(wanted[0]) * len(wanted[1]):
        return [f"{rule.id}: yes: {example.text!r} should give {expected}, all it gives is {_shown(claims)}"]
    faults = []
    for name, value in expected.items():
        if name in vocabulary().qualifiers and not any(
            value in (q.text, q.value) for q in right[0].qualifiers if q.name == name
        ):
            faults.append(f"{rule.id}: yes: {example.text!r} should give {name} {value!r}")
    extra = [c for c in claims if c.relation == rule.relation and c not in right]
    if extra:
        faults.append(f"{rule.id}: yes: {example.text!r} gives {_shown(extra)} too")
    return faults


def _prove_no(rule: Rule, example: Example, code: str) -> list[str]:
    wrong = [c for c in claims_of(example, code) if c.relation == rule.relation and c.modality is not Modality.DENIED]
    return [f"{rule.id}: no: {example.text!r} gives {_shown(wrong)}"] if wrong else []


def _shown(claims: tuple[Claim, ...] | list[Claim]) -> str:
    return (
        "; ".join(f"{c.relation}({c.subject.name}, {c.object.name}) {c.modality} by {c.evidence.rule}" for c in claims)
        or "nothing"
    )
