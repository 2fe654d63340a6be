"""Running the server on this machine."""

from tawatur.records.view import Library
from tawatur.report.messages import Lang
from tawatur.search.protocol import Index

HOST = "127.0.0.1"
PORT = 8765


def serve(library: Library, port: int = PORT, lang: Lang = "ar", index: Index | None = None) -> None:
    """Serve the page on 127.0.0.1 until interrupted, with a search where there is an index. Raises OSError where the port is taken."""
    import socket

    import uvicorn

    from tawatur.web.app import app

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))  # here rather than in uvicorn, which ends the process where the port is taken
        config = uvicorn.Config(
            app(library, lang, index), log_level="warning", access_log=False, server_header=False, lifespan="off"
        )
        uvicorn.Server(config).run(sockets=[listening])
