"""What a format is: one file, or a folder of files."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from aigraph.errors import InputError
from aigraph.export.networks import network_kind
from aigraph.export.options import Options
from aigraph.store import Store

Write: TypeAlias = Callable[[Store, Options, BinaryIO], object]
"""Writes a store to a stream, and leaves the stream open."""

# The first moment that an archive can hold: no clock has a say in a file.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name, the name of its file, what it is for, and what writes a store in it.

    `takes` names the options that it heeds beside licence and scope ("network", "parallel"). A format of several
    files has `files`, by name, and is written into a folder, or as one archive (`file` then ends in ".zip").
    `published` formats are those that a build writes. The same statements give the same bytes, in whatever order they
    come.
    """

    name: str
    file: str
    description: str
    write: Write
    takes: frozenset[str] = frozenset()
    published: bool = True
    files: Mapping[str, Write] | None = None

    def options(self, given: Mapping[str, Any], *, scope: tuple[str, ...] = ()) -> Options:
        """Return the options that a user gives by name; raises InputError for one that the format does not take."""
        takes = self.takes | {"licence"}
        if unknown := sorted(given.keys() - takes):
            raise InputError(f"{self.name} has no {', '.join(unknown)}; it takes {', '.join(sorted(takes))}")
        options = Options(**given, scope=scope)
        network_kind(options.network)
        if options.parallel not in ("merged", "kept"):
            raise InputError(f"parallel edges are merged or kept, not {options.parallel!r}")
        return options

    def parts(self, path: Path) -> Mapping[Path, Write]:
        """Return what is written where: one file, an archive, all files of a folder, or the one that is named."""
        if self.files is None or path.suffix == ".zip":
            return {path: self.write}
        if path.name in self.files:
            return {path: self.files[path.name]}
        return {path / name: write for name, write in self.files.items()}


def folder(
    name: str,
    description: str,
    files: Mapping[str, Write],
    *,
    takes: frozenset[str] = frozenset(),
    published: bool = False,
) -> Exporter:
    """Return the format of a folder of files."""

    def write(store: Store, options: Options, stream: BinaryIO) -> None:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for file, write_one in files.items():
                with tempfile.TemporaryFile() as content:
                    write_one(store, options, content)
                    content.seek(0)
                    entry = zipfile.ZipInfo(f"{name}/{file}", _EPOCH)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    with archive.open(entry, "w", force_zip64=True) as packed:
                        shutil.copyfileobj(content, packed)

    return Exporter(name, f"{name}.zip", description, write, takes, published, files)
