"""The folder of a store: the marker that says it is ours, and the lock that keeps a second writer out."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pyoxigraph as ox

from aigraph.errors import InputError

_MARKER = "AIGRAPH"
_FORMAT = "1"
_LOCK = "lock"
_DATABASE = "database"


class Folder:
    """A folder that holds a marker file, a lock file and the database below them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    @property
    def database(self) -> str:
        """The path of the database."""
        return str(self.path / _DATABASE)

    def require(self) -> None:
        """Raise InputError when there is no store here that this version can read."""
        try:
            marker = (self.path / _MARKER).read_text(encoding="ascii")
        except (FileNotFoundError, NotADirectoryError):
            raise InputError(f"no store at {self.path}; build one with `aigraph build PATH...`") from None
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{self.path / _MARKER}: cannot be read ({error})") from error
        if f"format {_FORMAT}" not in marker.splitlines():
            raise InputError(f"{self.path}: a store of another version of aigraph; build it again in another folder")

    def prepare(self) -> None:
        """Make this a folder of a store if it is not one; raises InputError when it holds anything else."""
        if (self.path / _MARKER).is_file():
            self.require()
            return
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if any(self.path.iterdir()):
                raise InputError(f"{self.path}: not empty and not a store; give a new folder")
            marker = f"format {_FORMAT}\npyoxigraph {ox.__version__}\n"
            (self.path / _MARKER).write_text(marker, encoding="ascii")
        except OSError as error:
            raise InputError(f"{self.path}: cannot hold a store ({error.strerror or error})") from error

    def lock(self) -> None:
        """Keep other writers out until `unlock`; raises InputError with the process that keeps us out."""
        try:
            lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise InputError(f"{self.path}: cannot be written ({error.strerror or error})") from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(lock, 20, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(lock)
            raise InputError(f"{self.path}: process {holder} is writing to it; wait until it has ended") from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode("ascii"), 0)
        self._lock = lock

    def unlock(self) -> None:
        """Let other writers in."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
