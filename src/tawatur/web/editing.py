"""The address to which forms are sent that correct something."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tawatur.records.errors import StoreError, TawaturError, UsageError
from tawatur.records.judged import AnyJudgement
from tawatur.web.door import person_of
from tawatur.web.edits import carry_out, follows
from tawatur.web.following import Following
from tawatur.web.forms import back_to, fields, first

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from tawatur.store.address import Place

_WAIT = 3.0  # seconds for which the answer waits for what follows; a small store is done by then


Refused = Callable[[TawaturError, str], Awaitable["Response"]]  # of the error and the way back


class Editing:
    """Edits of a store: one at a time."""

    def __init__(self, path: "Place") -> None:
        self._path = path
        self._following = Following(path)
        self._turn = asyncio.Lock()

    async def edit(self, kind: str, values: Mapping[str, Sequence[str]], who: str) -> tuple[AnyJudgement, bool]:
        """Carry out an edit, and give it and whether what follows from it is made anew already. Raises as `edits.carry_out` does."""
        async with self._turn:
            told = await asyncio.to_thread(self._kept, kind, values, who)
        done = not follows(kind) or await asyncio.to_thread(self._following.begin, _WAIT)
        return told, done

    async def form(self, request: "Request", refused: Refused) -> "Response":
        """Carry out what a form asks for, and lead back to its page (303); `refused` makes the answer where it cannot be."""
        from starlette.responses import RedirectResponse

        values = await fields(request)
        person = person_of(request.scope)
        kind, back = first(values, "do"), back_to(first(values, "back"))
        try:
            await self.edit(kind, values, person.name if person else "")
        except TawaturError as error:
            return await refused(error, back)
        return RedirectResponse(back, status_code=303)

    def _kept(self, kind: str, values: Mapping[str, Sequence[str]], who: str) -> AnyJudgement:
        from tawatur.store.sqlite import Store

        with Store(self._path, create=False) as store:
            return carry_out(store, kind, values, who)


def status_of(error: TawaturError) -> int:
    """The status with which an error is told: what was asked is wrong, or the store is busy."""
    return 400 if isinstance(error, UsageError) else 503 if isinstance(error, StoreError) else 500
