"""Running the server on this machine."""

import socket

from tawatur.records.view import Library
from tawatur.report.messages import Lang
from tawatur.web.source import Source

HOST = "127.0.0.1"
PORT = 8765


def serve(library: Library | Source, port: int = PORT, lang: Lang = "ar") -> None:
    """Serve the page on 127.0.0.1 until interrupted. Raises OSError where the port is taken."""
    with listening(HOST, port) as found:
        run(library, found, lang)


def listening(host: str, port: int) -> socket.socket:
    """Give the socket to serve on. Raises OSError where the port is taken."""
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))  # here rather than in uvicorn, which ends the process where the port is taken
    except OSError:
        found.close()
        raise
    return found


def run(library: Library | Source, found: socket.socket, lang: Lang) -> None:
    """Serve on a socket until interrupted."""
    import uvicorn

    from tawatur.web.app import app

    config = uvicorn.Config(app(library, lang), log_level="warning", access_log=False, server_header=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[found])
