"""What is seen of a watch from outside: the memory of its processes, and when each article's findings stood in the store."""

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from bench.procs import table, tree
from bench.soaking.published import Item

_STORE_EVERY, _MEMORY_EVERY = 0.5, 5.0  # seconds


class Memory(NamedTuple):
    """Megabytes of the watch's own process and of all its processes, and how many these are."""

    at: float
    own: float
    all: float
    processes: int


class Seen(threading.Thread):
    """Looks at the processes and the store until `stop` is set."""

    def __init__(self, process: int, store: Path) -> None:
        super().__init__(daemon=True)
        self.memory: list[Memory] = []
        self.stood: dict[str, float] = {}  # by the key of the article: when the store first held what was derived with it
        self.stop = threading.Event()
        self._process, self._store = process, store
        self._last = _last(store)
        self._waiting: dict[str, str] = {}  # documents that are kept and not yet derived: id and key
        self._state = ""

    def run(self) -> None:
        """Look again and again."""
        due = 0.0
        while not self.stop.wait(_STORE_EVERY):
            if time.monotonic() >= due:
                due = time.monotonic() + _MEMORY_EVERY
                self.memory.append(memory(self._process))
            self.look()

    def look(self) -> None:
        """Look into the store once."""
        if not self._store.exists():
            return
        try:
            with closing(sqlite3.connect(f"file:{self._store}?mode=ro", uri=True, timeout=10)) as store:
                self._look(store)
        except sqlite3.OperationalError:  # not yet made
            return

    def _look(self, store: sqlite3.Connection) -> None:
        state = store.execute("SELECT value FROM state WHERE name = 'derived'").fetchone()
        if state is None or state[0] == self._state:
            return
        for seq, identity, page in store.execute("SELECT seq, id, page FROM documents WHERE seq > ?", (self._last,)):
            self._last = seq
            self._waiting[identity] = key_of(page)
        now = time.time()
        for identity, key in list(self._waiting.items()):
            if store.execute("SELECT 1 FROM settled WHERE document = ?", (identity,)).fetchone():
                self.stood.setdefault(key, now)
                del self._waiting[identity]
        self._state = state[0]


def _last(store: Path) -> int:
    """The number of the last document of a store that there may be already."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT coalesce(max(seq), 0) FROM documents").fetchone()[0])


def key_of(page: str) -> str:
    """Give the key of an article by its address."""
    return page.rpartition("/")[2].removesuffix(".html")


def documents(store: Path) -> dict[str, tuple[str, str]]:
    """Give every document's key and text, by id; none where there is no store yet."""
    if not store.exists():
        return {}
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT id, page, json_extract(body, '$.text') FROM documents")
        return {identity: (key_of(page), text) for identity, page, text in rows}


def words(item: Item) -> str:
    """Give the text of an article as the store keeps it."""
    return "\n".join(item.lines)


def memory(process: int) -> Memory:
    """Look at the memory that is resident now."""
    sizes = {one: _resident(one) for one in tree(process, table())}
    return Memory(time.time(), sizes.get(process, 0.0), sum(sizes.values()), len(sizes))


def _resident(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)
