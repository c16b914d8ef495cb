"""A data file read strictly: into dataclasses, whose fields are the keys that it must have and no others."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
import typing
from collections.abc import Mapping
from pathlib import Path

from aigraph.errors import DataError

Words = frozenset[str]

_KINDS = {str: "a string", bool: "true or false", int: "a whole number"}


def read_toml(path: Path) -> dict[str, typing.Any]:
    """Read a data file of aigraph's own; raises DataError with file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error


def refuse_unknown(keys: typing.Iterable[str], known: typing.Iterable[str], where: str) -> None:
    """Raise DataError with a hint for the first of `keys` that is not among the `known` ones."""
    known = sorted(known)
    for key in sorted(set(keys) - set(known)):
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
        raise DataError(f"{where}: unknown key {key!r}{hint}")


def table(value: object, where: str) -> dict[str, typing.Any]:
    """Return what must be a table of a data file; raises DataError."""
    if not isinstance(value, dict):
        raise DataError(f"{where}: {value!r} must be a table")
    return value


def strings(value: object, where: str) -> list[str]:
    """Return what must be a list of strings of a data file; raises DataError."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"{where}: {value!r} must be a list of strings")
    return value


def strict(kind: type[typing.Any], data: Mapping[str, typing.Any], where: str) -> object:
    """Make a dataclass of a table, inner tables too; raises DataError."""
    fields = {field.name: field for field in dataclasses.fields(kind)}
    refuse_unknown(data, fields, where)
    missing = sorted(set(fields) - set(data))
    if missing:
        raise DataError(f"{where}: the key {missing[0]!r} is missing")
    hints = typing.get_type_hints(kind)
    return kind(**{name: _value(hints[name], data[name], f"{where}: {name}") for name in fields})


def _value(hint: typing.Any, value: typing.Any, where: str) -> object:
    if dataclasses.is_dataclass(hint):
        return strict(typing.cast("type[typing.Any]", hint), table(value, where), where)
    if typing.get_origin(hint) is Mapping:
        of = typing.get_args(hint)[1]
        return {key: _value(of, inner, f"{where}: {key}") for key, inner in table(value, where).items()}
    if hint == Words:
        words = strings(value, where)
        twice = sorted(word for word in set(words) if words.count(word) > 1)
        if twice:
            raise DataError(f"{where}: {twice[0]!r} stands there twice")
        return frozenset(words)
    if typing.get_origin(hint) in (tuple, list):
        return typing.get_origin(hint)(strings(value, where))
    if hint in _KINDS and not isinstance(value, hint):
        raise DataError(f"{where}: {value!r} must be {_KINDS[hint]}")
    return value
