"""The statements of two states: two are the same when they say the same, or rest on the same claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from aigraph.diff.articles import counts
from aigraph.diff.changes import Change, Detail, State, StatementChange
from aigraph.model import Modality, Statement


def statement_changes(old: State, new: State) -> tuple[StatementChange, ...]:
    """Return the statements that differ, sorted by what they say; the causes are left open."""
    was = {statement.id: statement for statement in old.statements}
    now = {statement.id: statement for statement in new.statements}
    left = {key: statement for key, statement in was.items() if key not in now}
    come = {key: statement for key, statement in now.items() if key not in was}
    pairs = [(was[key], now[key]) for key in was.keys() & now.keys()]
    # What changed its ends (someone is another person by now) still rests on the same claims.
    in_come = _by_claim(come.values())
    heirs = [(statement, heir, shared) for statement in left.values() for heir, shared in _sharing(statement, in_come)]
    for statement, heir, _ in sorted(heirs, key=lambda each: (-each[2], sorted((each[0].id, each[1].id)))):
        if statement.id in left and heir.id in come:
            pairs.append((left.pop(statement.id), come.pop(heir.id)))
    compared = ((one, other, _details(one, other)) for one, other in pairs)
    changes = [StatementChange(Change.CHANGED, *each) for each in compared if each[2]]
    in_now, in_was = _by_claim(now.values()), _by_claim(was.values())
    for statement in left.values():
        merged = _most(statement, in_now)
        changes.append(StatementChange(Change.MERGED if merged else Change.GONE, statement, merged))
    for statement in come.values():
        parent = _most(statement, in_was)
        changes.append(StatementChange(Change.SPLIT if parent else Change.ADDED, parent, statement))
    return tuple(sorted(changes, key=_order))


def _by_claim(statements: Iterable[Statement]) -> dict[str, Statement]:
    return {claim.id: statement for statement in statements for claim in statement.claims}


def _sharing(statement: Statement, by_claim: Mapping[str, Statement]) -> Iterator[tuple[Statement, int]]:
    """Yield the statements of the same relation that share claims with one, with the number of these."""
    found = {other.id: other for claim in statement.claims if (other := by_claim.get(claim.id))}
    shared = Counter(by_claim[claim.id].id for claim in statement.claims if claim.id in by_claim)
    for key, count in shared.items():
        if found[key].relation == statement.relation and _denied(found[key]) == _denied(statement):
            yield found[key], count


def _most(statement: Statement, by_claim: Mapping[str, Statement]) -> Statement | None:
    found = [(-count, other.id, other) for other, count in _sharing(statement, by_claim)]
    return min(found, key=lambda each: each[:2])[2] if found else None


def _denied(statement: Statement) -> bool:
    return statement.modality is Modality.DENIED


def _order(change: StatementChange) -> tuple[str, str, str, bool, str]:
    statement = change.statement
    ends = statement.subject.id, statement.relation, statement.object.id
    return *ends, _denied(statement), change.change


def _details(old: Statement, new: Statement) -> tuple[Detail, ...]:
    pairs = {
        "subject": (old.subject.id, new.subject.id),
        "object": (old.object.id, new.object.id),
        "status": (str(old.status), str(new.status)),
        "confidence": _numbers(old.confidence, new.confidence),
        "modality": (str(old.modality), str(new.modality)),
        "sources": (str(old.sources), str(new.sources)),
        "sentences": _sentences(old, new),
    }
    for name in sorted({q.name for q in (*old.qualifiers, *new.qualifiers)}):
        pairs[name] = (_values(old, name), _values(new, name))
    pairs["outcomes"] = (", ".join(old.outcomes), ", ".join(new.outcomes))
    found = tuple(Detail(name, one, other) for name, (one, other) in pairs.items() if one != other)
    if found or old.reasons == new.reasons:
        return found
    return (Detail("reasons", "; ".join(old.reasons), "; ".join(new.reasons)),)


def _numbers(old: float, new: float) -> tuple[str, str]:
    rounded = f"{old:.2f}", f"{new:.2f}"
    return rounded if old == new or rounded[0] != rounded[1] else (repr(old), repr(new))


def _sentences(old: Statement, new: Statement) -> tuple[str, str]:
    was, now = ({claim.id for claim in statement.claims} for statement in (old, new))
    return counts(len(was), len(now), len(now - was)) if was != now else ("", "")


def _values(statement: Statement, name: str) -> str:
    return ", ".join(sorted({q.text if q.type else q.value for q in statement.qualifiers if q.name == name}))
