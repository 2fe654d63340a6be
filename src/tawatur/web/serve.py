"""Running the server on this machine."""

from tawatur.records.view import Library
from tawatur.report.messages import Lang

HOST = "127.0.0.1"
PORT = 8765


def serve(library: Library, port: int = PORT, lang: Lang = "ar") -> None:
    """Serve the page on 127.0.0.1 until interrupted. Raises OSError where the port is taken."""
    import socket

    import uvicorn

    from tawatur.web.app import app

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))  # here rather than in uvicorn, which ends the process where the port is taken
        config = uvicorn.Config(app(library, lang), log_level="warning", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])
