"""Which entities may be others, since the rows of an article are others than they were."""

from collections.abc import Iterator, Mapping

from tawatur.records.name import Entity
from tawatur.records.parts import unpacked
from tawatur.settle.joining.rows import Row
from tawatur.settle.joining.tables import Tables


def ends(row: Row | None, tables: Tables) -> list[int]:
    """Give the names by number that the mentions of an article stand for."""
    return [tables.stands[number][1] for number in unpacked(row.standing)] if row else []


def concerned(before: Row | None, now: Row | None, tables: Tables) -> Iterator[int]:
    """Give the names by number whose entities may be others, since an article that said one thing of them says another."""
    same = before and now and before.places == now.places and before.said == now.said
    if before is None or now is None or not same:
        yield from ends(before, tables)
        yield from ends(now, tables)
        return
    for was, is_ in zip(unpacked(before.standing), unpacked(now.standing), strict=True):
        if was != is_:
            yield from (tables.stands[was][1], tables.stands[is_][1])


def called_otherwise(before: Mapping[int, Entity], now: Mapping[int, Entity]) -> set[str]:
    """Give the documents that hold the first role of a meaning of an entity now, or did before."""
    found: set[str] = set()
    for number in before.keys() | now.keys():
        roles = [frozenset(one[number].roles) if number in one else frozenset() for one in (before, now)]
        found.update(role.span.document for role in roles[0] ^ roles[1])
    return found
