"""Rules prove themselves: every `yes` yields exactly its claim, every `no` none, read by all rules of the language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aigraph.annotate import annotate_all_marked
from aigraph.extract import read_by_rules
from aigraph.extract.rules import Example, Rule, matrix, rules
from aigraph.language import languages
from aigraph.model import Claim, Document, Mention, Modality
from aigraph.vocabulary import vocabulary

# The day on which examples are published, for "last month" in them.
_PUBLISHED = "2025-07-15"


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
        proofs = [(rule, example, proves) for rule in rules(code) for proves, example in _examples(rule)]
        examples += len(proofs)
        read = _read([example for _, example, _ in proofs], code)
        for (rule, example, proves), claims in zip(proofs, read, strict=True):
            failures += [f"{rule.id}: {fault}" for fault in (_yes if proves else _no)(rule, example, claims)]
    counts = matrix()
    failures += [f"{relation}: no rule in {code!r}" for (relation, code), count in counts.items() if not count]
    return Report(examples, tuple(failures), counts)


def claims_of(example: Example, code: str) -> list[Claim]:
    """Return what all rules of the language read in an example."""
    return next(_read([example], code))


def _examples(rule: Rule) -> Iterator[tuple[bool, Example]]:
    yield from ((True, example) for example in rule.yes)
    yield from ((False, example) for example in rule.no)


def _read(examples: Sequence[Example], code: str) -> Iterator[list[Claim]]:
    """Yield the claims of each example; the parser sees all of them in one pass, which is much faster."""
    marked = [
        (
            Document(example.text, language=code, published=_PUBLISHED),
            # Figures are marked for the reader; the program finds them by itself.
            [
                Mention.at(example.text, *mention)
                for mention in example.mentions
                if not vocabulary().is_a(mention[2], "Figure")
            ],
        )
        for example in examples
    ]
    for annotated in annotate_all_marked(marked):
        yield read_by_rules(annotated)[0]


def _yes(rule: Rule, example: Example, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield what is wrong with the claims of an example that should yield one for each subject and object marked."""
    subjects = {text for name, text in example.expected if name == "subject"}
    objects = {text for name, text in example.expected if name == "object"}
    own = [claim for claim in claims if claim.relation == rule.relation]
    right = [claim for claim in own if claim.subject.name in subjects and claim.object.name in objects]
    if len(right) != len(subjects) * len(objects):
        yield f"yes: {example.text!r} should give {dict(example.expected)}, all it gives is {_shown(claims)}"
        return
    for name, text in example.expected:
        if name in vocabulary().qualifiers and not any(
            text in (qualifier.text, qualifier.value)
            for claim in right[:1]
            for qualifier in claim.qualifiers
            if qualifier.name == name
        ):
            yield f"yes: {example.text!r} should give {name} {text!r}"
    extra = [claim for claim in own if claim not in right]
    if extra:
        yield f"yes: {example.text!r} gives {_shown(extra)} too"


def _no(rule: Rule, example: Example, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield what is wrong with the claims of an example that should yield none but denials."""
    wrong = [c for c in claims if c.relation == rule.relation and c.modality is not Modality.DENIED]
    if wrong:
        yield f"no: {example.text!r} gives {_shown(wrong)}"


def _shown(claims: Sequence[Claim]) -> str:
    shown = (f"{c.relation}({c.subject.name}, {c.object.name}) {c.modality} by {c.evidence.rule}" for c in claims)
    return "; ".join(shown) or "nothing"
