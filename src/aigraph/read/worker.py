"""A process that parses what strangers wrote: limited in time and memory, killed and replaced when it fails.

It is a program of its own, not a multiprocessing child: such a child would run the user's script a second time. Only
JSON passes between the two, so that a parser gone astray cannot hand objects to its parent.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
import threading
from typing import Any, Self

from aigraph.errors import AigraphError
from aigraph.read.decode import Unreadable

PARSE_SECONDS = 10.0
"""How long one parse may take."""

PARSE_BYTES = 1_000_000_000
"""How much address space the worker may have."""

START_SECONDS = 60.0
"""How long the worker may take to start and import a parser, which no input can influence."""


class Worker:
    """One warm process, started at the first `run` and used for all the next ones.

    >>> with Worker() as worker:
    ...     worker.run("math:sqrt", 16)
    4.0
    """

    def __init__(self, *, seconds: float = PARSE_SECONDS, memory_bytes: int = PARSE_BYTES) -> None:
        self.seconds = seconds
        self.memory_bytes = memory_bytes
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            # Closing flushes, and what was still to be written has no reader any more.
            with contextlib.suppress(BrokenPipeError):
                if pipe:
                    pipe.close()

    def run(self, function: str, argument: Any) -> Any:
        """Return `function(argument)`, computed in the worker; `function` is "module:name".

        Raises Unreadable when the computation takes too long or ends the worker, AigraphError when the function cannot
        be loaded. The next call starts another worker.
        """
        request = json.dumps([function, argument]).encode("ascii") + b"\n"
        if self._process is not None and self._line(request, seconds=START_SECONDS) is not None:
            answer = self._line(b"", seconds=self.seconds)
            if answer is not None:
                return json.loads(answer)
        # It fails alone or not at all: what earlier inputs left in the worker's memory is no fault of this one.
        self.close()
        self._process = self._start()
        if self._line(request, seconds=START_SECONDS) is None:
            raise AigraphError(f"{function} cannot be loaded (exit status {self._status()}); install aigraph again")
        answer = self._line(b"", seconds=self.seconds)
        if answer is None:
            raise Unreadable(f"the parser failed (exit status {self._status()}); simplify the page or leave it out")
        return json.loads(answer)

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(entry or os.getcwd() for entry in sys.path),  # noqa: PTH109
            # One thread: each further one takes address space that the limit counts.
            "OPENBLAS_NUM_THREADS": "1",
        }
        # -P keeps modules of the current folder out: whoever runs aigraph beside strangers' files is safe.
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-P", "-c", f"from {__name__} import serve; serve({self.memory_bytes})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def _line(self, request: bytes, *, seconds: float) -> bytes | None:
        """Send `request` and return the line that answers, or None when the worker ended; raises Unreadable if late."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        expired = threading.Event()

        def stop() -> None:
            expired.set()
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(request)
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            timer.cancel()
            timer.join()
        if line.endswith(b"\n"):
            return line
        if expired.is_set():
            self.close()
            raise Unreadable(f"the parser was stopped after {seconds:g} s; simplify the page or leave it out")
        return None

    def _status(self) -> int | None:
        """Wait for a worker that closed its output to end, and return how it did."""
        process = self._process
        if process is None:
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        status = process.returncode
        self.close()
        return status


def serve(memory_bytes: int) -> None:
    """Answer requests until standard input ends: an empty line once the function is loaded, then its result.

    Whatever goes wrong ends the process; its parent sees that and reports it.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there too
        pass
    else:
        with contextlib.suppress(ValueError):  # macOS has the limit and refuses to set it
            resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = os.fdopen(os.dup(1), "wb")
    # A parser that prints must not be taken for an answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for request in sys.stdin.buffer:
        name, argument = json.loads(request)
        module, _, attribute = name.partition(":")
        function = getattr(importlib.import_module(module), attribute)
        answers.write(b"\n")
        answers.flush()
        answers.write(json.dumps(function(argument)).encode("ascii") + b"\n")
        answers.flush()
