"""Write-ahead mode of SQLite's files: readers do not wait for a writer."""

import sqlite3
import time

_AGAIN = 0.02  # seconds until a lock that SQLite does not wait for is tried again


def write_ahead(connection: sqlite3.Connection, seconds: float) -> None:
    """Bring a file into this mode. SQLite itself does not wait here for another process that makes the same new file: it is waited for so long.

    Raises sqlite3.OperationalError where the file stays busy, or cannot be written.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(_AGAIN)
        else:
            return


def is_busy(error: sqlite3.OperationalError) -> bool:
    """Whether another holds what was asked for."""
    return (error.sqlite_errorname or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
