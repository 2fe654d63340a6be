"""How a step tells how far it is, and how much is done at a time."""

from collections.abc import Callable

# (step, done, of how many, None where that is not known)
Progress = Callable[[str, int, int | None], None]

# documents in one transaction and in one worker's batch: a batch of long articles takes a worker about a second
BATCH = 50


def no_progress(step: str, done: int, total: int | None) -> None:
    """Show nothing."""
