"""Asking: a question by its name, or SPARQL of the reader's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from json import loads

import pyoxigraph as ox
from rapidfuzz import process

from aigraph.errors import InputError
from aigraph.graph.terms import Term, day
from aigraph.model import DateBounds
from aigraph.query.guard import guard
from aigraph.query.named import DATE, TEXT, Parameter, Question, questions
from aigraph.query.names import find
from aigraph.query.table import Table
from aigraph.store import Store
from aigraph.vocabulary import PREFIXES

_NAME = re.compile(r"[A-Za-z0-9_-]+")
_IRI = re.compile(r"https?://\S+")
_SYNTAX = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<what>.*)", re.DOTALL)


def ask(store: Store, query: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Answer a named question, or a SPARQL query when `query` is not a single word.

    A parameter of a question that is an entity takes its name, an alias, its id or its IRI; one that is a date takes a
    day, a month or a year; text is taken as it is. Raises InputError when there is no such question, entity or
    parameter, or on bad SPARQL.
    """
    if not _NAME.fullmatch(query.strip()):
        return run(store, query, parameters=parameters)
    question = _question(query.strip())
    values = _values(store, question, parameters or {})
    table = _answer(store, question.sparql, values)
    return table.without(frozenset(parameter.name for parameter in question.parameters))


def run(store: Store, query: str, *, parameters: Mapping[str, str] | None = None) -> Table:
    """Answer a SPARQL query over all graphs together; the prefixes of the vocabulary need no declaration.

    `parameters` give values to variables that the query selects: an IRI where the text is one, else a string. Raises
    InputError, with the place, on a query that is not SPARQL, changes the graph, calls another server or is too long.
    """
    guard(query)
    given = parameters or {}
    values = {name: ox.NamedNode(text) if _IRI.fullmatch(text) else ox.Literal(text) for name, text in given.items()}
    return _answer(store, query, values)


def _question(name: str) -> Question:
    known = {question.name: question for question in questions()}
    if name in known:
        return known[name]
    near = process.extract(name, list(known), limit=3, score_cutoff=60)
    there = " or ".join(match for match, _, _ in near) if near else ", ".join(known)
    raise InputError(
        f"there is no question {name!r}; {'did you mean' if near else 'there are'} {there}{'?' if near else ''}"
    )


def _values(store: Store, question: Question, given: Mapping[str, str]) -> dict[str, Term]:
    known = [parameter.name for parameter in question.parameters]
    for name in given:
        if name not in known:
            there = f"it takes {', '.join(known)}" if known else "it takes none"
            raise InputError(f"{question.name} has no parameter {name!r}; {there}")
    values = {}
    for parameter in question.parameters:
        if parameter.name in given:
            values[parameter.name] = _value(store, question, parameter, given[parameter.name])
        elif parameter.required:
            raise InputError(f"{question.name} needs {parameter.name}=..., {parameter.description}")
    return values


def _value(store: Store, question: Question, parameter: Parameter, text: str) -> Term:
    if parameter.kind == TEXT:
        return ox.Literal(text)
    if parameter.kind != DATE:
        return find(store, text, parameter.kind)
    try:
        latest = DateBounds.of(text).latest
    except (ValueError, OverflowError):
        latest = None
    if latest is None:
        raise InputError(
            f"{question.name}: {parameter.name} is a date such as 2025-06-30, 2025-06 or 2025, not {text!r}"
        )
    return day(latest)


def _answer(store: Store, query: str, values: Mapping[str, Term]) -> Table:
    try:
        return _table(store.query(query, substitutions=values))
    except SyntaxError as error:
        raise InputError(_explained(str(error))) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"SPARQL: {' '.join(str(error).split())}") from error


def _explained(message: str) -> str:
    found = _SYNTAX.match(message)
    if not found:
        return f"SPARQL: {' '.join(message.split())}"
    what = " ".join(found["what"].split())
    if "Prefix not found" in what:
        what = "this prefix is not declared"
    short = what if len(what) <= 120 else what[:119] + "…"
    return f"SPARQL: line {found['line']}, column {found['column']}: {short}"


def _table(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Table:
    if isinstance(answer, ox.QueryTriples):
        triples = sorted(set(answer), key=str)
        turtle = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
        return Table.of_turtle(tuple(tuple(map(_shown, triple)) for triple in triples), turtle.decode("utf-8"))
    if isinstance(answer, ox.QueryBoolean):
        return Table(("answer",), (("true" if answer else "false",),))
    results = loads(answer.serialize(format=ox.QueryResultsFormat.JSON) or b"{}")
    return Table.of_bindings(tuple(results["head"]["vars"]), tuple(results["results"]["bindings"]))


def _shown(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
