"""uvicorn's handling of a connection, with an end to those that ask for nothing."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

_ASKING = 15.0  # seconds in which the head of a request must be there


class Connection(H11Protocol):
    """A connection that is closed where the head of a request does not come in time (uvicorn itself waits for ever)."""

    _asking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._asking = self.loop.call_later(_ASKING, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._waited()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Wait no more once the head of a request is there; where only a part of the next one came, wait for the rest."""
        super().data_received(data)
        if not self._idle():
            self._waited()
        elif self._asking is None:
            self._asking = self.loop.call_later(_ASKING, self._give_up)

    def _idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _waited(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _give_up(self) -> None:
        if self._idle() and not self.transport.is_closing():
            self.transport.close()
