"""What a reading depends on besides its article: the program with its data, and the models it reads with."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from aigraph.language import language
from aigraph.model import Document, Form, content_id
from aigraph.vocabulary import ontology_dir

_PACKAGE = Path(__file__).parent
_MAKERS = ("decisions", "fuse", "graph", "model", "resolve", "revise", "store", "vocabulary")
_MAKER_MODULES = ("escape.py", "gazetteer.py", "people.py", "program.py")


@cache
def program() -> str:
    """Return the hash of every file of the package and of the ontology, in hexadecimal digits."""
    return _hash(_PACKAGE, ontology_dir())


@cache
def maker() -> str:
    """Return the hash of what makes a graph of claims: a change of what reads, asks or shows does not change it."""
    return _hash(*(_PACKAGE / name for name in (*_MAKERS, *_MAKER_MODULES)), ontology_dir())


@cache
def rules() -> str:
    """Return the hash of the rules that read and of the ontology, in 16 hexadecimal digits: what a file is cited by."""
    return _hash(_PACKAGE / "lang", _PACKAGE / "extract" / "learned" / "model.json", ontology_dir())[:16]


def _hash(*places: Path) -> str:
    digest = hashlib.sha256()
    # By number: the ontology's folder has another name in an installed package, and its hash must be the same.
    for number, place in enumerate(places):
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                digest.update(f"{number} {path.relative_to(place).as_posix()} {len(data)}\n".encode())
                digest.update(data)
    return digest.hexdigest()


def fingerprint(document: Document) -> str:
    """Return the hash of all that a reading depends on: the article, the program and its data, the models."""
    metadata = (document.title, document.url, document.publisher, document.author, document.published)
    # A table of facts is read without a model, in whatever language it quotes.
    reader = (
        _reader(document.language) if document.form is Form.ARTICLE else (document.form, document.language, program())
    )
    return content_id(document.text, document.path, *map(repr, metadata), *reader)


@cache
def _reader(code: str) -> tuple[str, ...]:
    models = (name for name in language(code).pipelines if find_spec(name))
    return (code, *(f"{name} {version(name)}" for name in models), program())
