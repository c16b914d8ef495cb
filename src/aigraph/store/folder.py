"""The folder of a store: the marker that says it is ours, and the lock that keeps a second writer out."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from aigraph.errors import BusyError, InputError
from aigraph.files import sync_folder

_MARKER = "AIGRAPH"
_FORMAT = "1"
_LOCK = "lock"
_DATABASE = "database"
_PART = _MARKER + ".part"
_NEW = _DATABASE + ".new"
_DUE = _DATABASE + ".rebuild"
_OLD = _DATABASE + ".old"


class Folder:
    """A folder that holds a marker file, a lock file and the database below them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    @property
    def database(self) -> str:
        """The path of the database."""
        return str(self.path / _DATABASE)

    def recover(self) -> None:
        """Finish or undo what a rebuild left that was ended half way; to be called under the lock."""
        whole, part, old = (self.path / name for name in (_DATABASE, _NEW, _OLD))
        # The new database takes its place only when it is complete, and the old one goes only after that.
        if not whole.exists() and old.exists():
            old.rename(whole)
        for left in (part, old):
            shutil.rmtree(left, ignore_errors=True)

    def note_rebuild(self) -> None:
        """Note that the database is to be written anew, until `swap` has been called."""
        (self.path / _DUE).touch()
        sync_folder(self.path)

    @property
    def is_to_be_rebuilt(self) -> bool:
        """Whether the database is to be written anew."""
        return (self.path / _DUE).exists()

    def write_anew(self, quads: Iterable[ox.Quad]) -> None:
        """Write quads into a new database beside the old one; what was taken out of the old one stays in its files."""
        shutil.rmtree(self.path / _NEW, ignore_errors=True)
        fresh = ox.Store(str(self.path / _NEW))
        fresh.bulk_extend(quads)
        fresh.flush()

    def swap(self) -> None:
        """Put the new database in the place of the old one, which nobody may use any more, and delete that."""
        whole, part, old = (self.path / name for name in (_DATABASE, _NEW, _OLD))
        whole.rename(old)
        part.rename(whole)
        sync_folder(self.path)
        shutil.rmtree(old)
        (self.path / _DUE).unlink(missing_ok=True)

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
        """Make this a folder of a store, and lock it, if it is not one; raises InputError when it holds anything else.

        The process may end at any moment, and two may do it at a time: the marker is there whole or not at all.
        """
        if not self._is_marked():
            self._found()
        self.require()

    def _found(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if any(file.name not in (_LOCK, _PART, _MARKER) for file in self.path.iterdir()) and not self._is_marked():
                raise InputError(f"{self.path}: not empty and not a store; give a new folder")
            self.lock()
            if not self._is_marked():
                self._mark()
        except OSError as error:
            self.unlock()
            raise InputError(f"{self.path}: cannot hold a store ({error.strerror or error})") from error

    def _is_marked(self) -> bool:
        return (self.path / _MARKER).is_file()

    def _mark(self) -> None:
        part = self.path / _PART
        with part.open("w", encoding="ascii") as file:
            file.write(f"format {_FORMAT}\npyoxigraph {ox.__version__}\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.path / _MARKER)
        # Without it a power cut could leave the database and no marker: a folder that no command would touch.
        sync_folder(self.path)

    def lock(self) -> None:
        """Keep other writers out until `unlock`; raises BusyError with the process that keeps us out."""
        if self._lock is not None:
            return
        try:
            lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise InputError(f"{self.path}: cannot be written ({error.strerror or error})") from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # In this order the file always names a process, whenever another one looks.
            os.ftruncate(lock, os.pwrite(lock, f"{os.getpid()}\n".encode("ascii"), 0))
        except BlockingIOError:
            holder = os.pread(lock, 20, 0).decode("ascii", "replace").partition("\n")[0] or "unknown"
            os.close(lock)
            raise BusyError(f"{self.path}: process {holder} is writing to it; wait until it has ended") from None
        except OSError as error:
            os.close(lock)
            raise InputError(f"{self.path}: cannot be locked ({error.strerror or error})") from error
        self._lock = lock

    def unlock(self) -> None:
        """Let other writers in."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
