"""What is refused before a query reaches the parser: too much of it, updates, and calls to other servers.

The parser and the evaluator recurse: some thousand braces or operators end the process, and nothing can stop a query
that runs. One linear pass over the words of the query comes first.
"""

from __future__ import annotations

import re

from aigraph.errors import InputError

MAX_CHARS = 65_536
"""The longest query."""

MAX_DEPTH = 100
"""The deepest nesting of braces, brackets and parentheses."""

MAX_TOKENS = 2_000
"""The most words and signs in a query; a chain of operators is as deep as it is long."""

_UPDATES = frozenset({"add", "clear", "copy", "create", "delete", "drop", "insert", "load", "move"})

# Every kind of token that could hide or show a word. An IRI may hold a quote, a name an escaped one, and a number or
# `true` may be followed by a word without a space; comments end at either kind of line end.
_TOKEN = re.compile(
    r"""
    (?P<nothing> [ \t\r\n]++ | \#[^\r\n]*+ )
  | (?P<opaque>
        <[^<>"{}|^`\x00-\x20]*+>
      | \"{3} (?: [^"\\] | \\. | "(?!"") )*+ \"{3}
      | '{3} (?: [^'\\] | \\. | '(?!'') )*+ '{3}
      | " (?: [^"\\\r\n] | \\. )*+ "
      | ' (?: [^'\\\r\n] | \\. )*+ '
      | [?$] [\w\u00b7]++
      | @ [A-Za-z]++ (?: - [A-Za-z0-9]++ )*+
    )
  | (?P<name>
        (?P<prefix> (?: [^\W\d] | [^\x00-\x7f] ) (?: [\w.\-] | [^\x00-\x7f] )*+ | ) :
        (?: [\w.:\-] | [^\x00-\x7f] | % | \\. )*+
    )
  | (?P<word> [^\W\d] \w*+ )
  | (?P<number> [0-9]++ )
  | (?P<open> [{(\[] )
  | (?P<close> [})\]] )
  | (?P<sign> . )
    """,
    re.VERBOSE | re.DOTALL,
)


def guard(query: str) -> None:
    """Raise InputError when a query is too long or too deep, changes the graph, or calls another server.

    >>> guard("SELECT ?service WHERE { ?service rdfs:label 'SERVICE' }")
    >>> guard("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    ...
    aigraph.errors.InputError: SPARQL: SERVICE is refused: a query asks this graph only
    """
    if len(query) > MAX_CHARS:
        raise InputError(f"SPARQL: the query has {len(query)} characters, more than {MAX_CHARS}")
    depth = count = 0
    for token in _TOKEN.finditer(query):
        kind = token.lastgroup
        if kind == "nothing":
            continue
        count += 1
        depth += (kind == "open") - (kind == "close")
        word = token["word"] or token["prefix"] or ""
        # No keyword but this one has these letters, and `SERVICE:x` calls a server whose name has the prefix.
        if "service" in word.casefold():
            raise InputError("SPARQL: SERVICE is refused: a query asks this graph only")
        if kind == "word" and word.casefold() in _UPDATES:
            raise InputError(f"SPARQL: {word.upper()} is refused: the graph changes with its articles only")
        if depth > MAX_DEPTH:
            raise InputError(f"SPARQL: the query is nested more than {MAX_DEPTH} deep")
        if count > MAX_TOKENS:
            raise InputError(f"SPARQL: the query has more than {MAX_TOKENS} words and signs")
