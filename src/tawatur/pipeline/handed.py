"""Handing on what people corrected of a page to its later versions in the store."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawatur.records.correction import Correction
from tawatur.settle.inherited import inherited, later

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


def handed(store: "Store", corrections: Sequence[Correction]) -> list[Correction]:
    """The standing corrections of `corrections` as later versions of their pages have them."""
    told = [one for one in corrections if not one.undone]
    if not any(one.text for one in told):
        return []
    earlier = store.earlier()
    versions = store.documents(sorted(later((one.document for one in told), earlier)))
    return inherited(told, earlier, {one.id: one.text for one in versions})
