"""Say how a sentence was read: its tokens and mentions, the rules that fired or nearly did, the model's opinion."""

from __future__ import annotations

from dataclasses import dataclass

from aigraph.annotate import annotate
from aigraph.extract import read_by_rules, read_claims
from aigraph.extract.clause import Clause
from aigraph.extract.learned import Opinion, opinions
from aigraph.extract.match import Attempt, attempt
from aigraph.extract.trigger import trigger_index
from aigraph.language import language
from aigraph.model import Annotated, Claim, Document, Mention


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading with its reasons: the annotated text, its claims, every rule set off in it, the model's opinions."""

    annotated: Annotated
    claims: tuple[Claim, ...]
    attempts: tuple[Attempt, ...]
    opinions: tuple[Opinion, ...]

    def lines(self) -> tuple[str, ...]:
        """Return the explanation for reading on a screen, a line each."""
        found = ["Tokens (form, lemma, part of speech, relation to head):"]
        for sentence in self.annotated.sentences:
            for i, token in enumerate(sentence.tokens):
                head = "" if token.head == i else f" of {sentence.tokens[token.head].form}"
                all_of_them = i in sentence.groups
                denoted = ", ".join(_shown(m) for m in sentence.references[i][: None if all_of_them else 1])
                found.append(
                    f"  {token.form}  {token.lemma}  {token.upos}  {token.deprel}{head}"
                    + (f"  = {denoted}" if denoted else "")
                )
            found += [f"  in question: {_shown(mention)}" for mention in sentence.salient[:1]]
            found += [f"  {q.kind} {q.text!r} = {q.value}" for q in sentence.quantities]
        found.append("Claims:")
        for claim in self.claims:
            details = "".join(f", {q.name} {q.value}" for q in claim.qualifiers)
            said_by = f", according to {claim.attributed_to}" if claim.attributed_to else ""
            found.append(
                f"  {claim.subject.name} {claim.relation} {claim.object.name}{details}{said_by}"
                f" [{claim.modality}, {claim.confidence:.2f}, {claim.evidence.rule}]"
            )
        if not self.claims:
            found.append("  none")
        found.append("Rules whose trigger stands here but that made no claim:")
        missed = [a for a in self.attempts if not a.claims]
        found += [f"  {a.rule.id}: {a.trigger!r}: {a.missing}" for a in missed]
        if not missed:
            found.append("  none")
        found.append("What the learned model adds or vetoes, with the features that weigh most:")
        found += [f"  {opinion.line()}" for opinion in self.opinions] or ["  none"]
        return tuple(found)


def _shown(mention: Mention) -> str:
    """Return what a token denotes, and for what is no name how sure that is and why."""
    why = f", {mention.confidence:.2f}: {mention.how}" if mention.how else ""
    return f"{mention.name} ({mention.type}{why})"


def explain(text: str, code: str, *, published: str | None = None) -> Explanation:
    """Read a text and keep what every rule made of it."""
    document = Document(text, language=code, published=published)
    annotated = next(annotate([document]))
    data = language(code)
    clauses = [Clause(sentence, data) for sentence in annotated.sentences]
    tried = [
        attempt(rule, clause, i, document.id, text)
        for clause in clauses
        for rule, i in trigger_index(code).fired(clause)
    ]
    second = opinions(annotated, *read_by_rules(annotated), data)
    return Explanation(annotated, read_claims(annotated), tuple(tried), tuple(second))
