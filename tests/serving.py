"""`tawatur serve` as a process of its own, for the tests that ask it as a browser would."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def serving(host: str, arguments: Sequence[str], ask: Callable[[int], object]) -> Iterator[int]:
    """A server of two processes: its port, once it answers what `ask` asks of it. It must end without a traceback."""
    with socket.socket() as free:
        free.bind((host, 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "tawatur.cli.main", "serve", "--port", str(port), "--processes", "2", *arguments]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        for _ in range(300):
            try:
                ask(port)
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        _, errors = server.communicate(timeout=30)
    assert b"Traceback" not in errors, errors.decode()
