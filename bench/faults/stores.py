"""The stores that runs are killed over, each by its address: made, copied, looked into while others write, and checked."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Protocol

# what tells what is committed, in the words of both kinds of store
MARKS = {
    "inputs": "SELECT digest FROM inputs",
    "documents": "SELECT id FROM documents",
    "articles": "SELECT document FROM articles",
    "alerts": "SELECT id FROM alerts",
    "deliveries": "SELECT alert || ' ' || way FROM deliveries",
}

MADE = "SELECT document || ' ' || made_by FROM articles"
DERIVED = "SELECT value FROM state WHERE name IN ('derived', 'derived by') ORDER BY name"
SENDING = "SELECT alert || ' ' || way FROM deliveries WHERE state = 'sending'"


class Seen(NamedTuple):
    """What a reader sees in a store: keys by table, what was derived, and how far each alert has come on each way."""

    marks: dict[str, frozenset[str]]
    made: frozenset[str]  # articles, with what made them
    derived: str | None
    sending: frozenset[str]

    def lost_in(self, later: "Seen", before: "Seen") -> list[str]:
        """What was there and is not any more; articles that were made since `before` count as what they are made by."""
        lost = [f"{name} {one}" for name, marks in self.marks.items() for one in sorted(marks - later.marks[name])]
        return lost + [f"made {one}" for one in sorted(self.made - before.made - later.made)]


NOTHING = Seen(dict.fromkeys(MARKS, frozenset()), frozenset(), None, frozenset())


class Stores(Protocol):
    """A kind of store."""

    name: str

    def fresh(self) -> str:
        """The address of a store that is not there yet."""
        ...

    def copied(self, address: str) -> str:
        """The address of a copy of a store that nobody uses."""
        ...

    def seen(self, address: str) -> Seen:
        """What is committed now."""
        ...

    def sound(self, address: str) -> bool:
        """Whether the store is whole."""
        ...

    def remove(self, address: str) -> None:
        """Take a store away."""
        ...


class SqliteStores:
    """Files in a folder."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0

    def fresh(self) -> str:
        """The address of a store that is not there yet."""
        self._number += 1
        return str(self._folder / f"{self._number}.sqlite")

    def copied(self, address: str) -> str:
        """The address of a copy of a store that nobody uses."""
        copy = self.fresh()
        shutil.copyfile(address, copy)
        return copy

    def seen(self, address: str) -> Seen:
        """What is committed now; nothing where the tables are not made yet."""
        if not Path(address).exists():
            return NOTHING
        try:
            with closing(sqlite3.connect(address, timeout=60, isolation_level=None)) as db:
                db.execute("BEGIN")
                marks = {name: frozenset(key for (key,) in db.execute(sql)) for name, sql in MARKS.items()}
                made = frozenset(key for (key,) in db.execute(MADE))
                derived = " ".join(value for (value,) in db.execute(DERIVED))
                sending = db.execute(SENDING).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise
            return NOTHING
        return Seen(marks, made, derived or None, frozenset(key for (key,) in sending))

    def sound(self, address: str) -> bool:
        """Whether SQLite finds nothing wrong with the file."""
        if not Path(address).exists():
            return True
        with closing(sqlite3.connect(address)) as db:
            return bool(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok")

    def remove(self, address: str) -> None:
        """Take the file away, with what stands beside it."""
        for path in self._folder.glob(f"{Path(address).name}*"):
            path.unlink()
