"""Files that no reader ever finds half of."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from aigraph.errors import InputError


def write_file(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file beside its place, to the disk, and then move it there; one that was there keeps its permissions.

    Raises InputError when it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            with suppress(FileNotFoundError):
                part.chmod(path.stat().st_mode & 0o7777)
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(OSError):
            part.unlink()


def sync_folder(folder: Path) -> None:
    """Write to the disk which files a folder holds."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
