import socket
from typing import Any

import pytest

from tawatur.web.serve import HOST, Serving, serve


def test_a_port_that_is_taken_is_told_to_the_caller(library: Any) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            serve(library, Serving(port=taken.getsockname()[1]))
