"""The engine over Spark."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tawatur.pipeline.batches import Input, Result, Work
from tawatur.records.errors import FailedError, TawaturError

if TYPE_CHECKING:
    from tawatur.ingest import Options, Visits
    from tawatur.pipeline.engine import Shown
    from tawatur.pipeline.spark.stages import Stages
    from tawatur.store.sqlite import Store


class Spark:
    """An engine over Spark at `master`, with its stages in the folder `work`, which all machines of a cluster must see alike.

    A context manager. `settings` are Spark's, where the user's spark-defaults.conf does not say otherwise. With `keep` the stages
    stay in the folder once the store holds all of them. What goes wrong in Spark is raised as FailedError.
    """

    def __init__(self, master: str, work: Path, *, keep: bool = False, settings: Mapping[str, str] | None = None) -> None:
        self._master = master
        self._work = work
        self._keep = keep
        self._settings = settings
        self._open = ExitStack()
        self.stages: Stages  # once it is entered

    def __enter__(self) -> Self:
        """Start Spark. Raises UsageError and FailedError where it cannot be."""
        from tawatur.pipeline.spark.session import check, session

        check(self._master)
        from tawatur.pipeline.spark.stages import Stages, locked, prepare

        with ExitStack() as opened:
            folder = prepare(self._work)
            opened.enter_context(locked(folder))
            self.stages = Stages(folder, opened.enter_context(session(self._master, self._settings)))
            self._open = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """End Spark."""
        self._open.close()

    def running(self) -> AbstractContextManager[None]:
        """Nothing is started for one run: Spark itself is ended with `with`."""
        return nullcontext()

    def read(
        self, where: Sequence[str], options: "Options", visits: "Visits", known: Callable[[str], bool]
    ) -> Iterator[list[Input]]:
        """See `Engine`; what was read before is read again, and told from what is new by its digest."""
        from tawatur.pipeline.spark.reading import read

        with _translated():
            yield from read(self.stages, where, options, visits)

    def annotate(self, wanted: Mapping[str, str], work: Callable[[Sequence[str]], Iterator[Work]]) -> Iterator[list[Result]]:
        """See `Engine`; of identical texts the first is annotated for all."""
        from tawatur.pipeline.spark.annotating import annotate

        with _translated():
            yield from annotate(self.stages, wanted, work)

    def prepare(self, shown: "Callable[[], Shown]") -> None:
        """See `Engine`; all is found here."""
        from tawatur.pipeline.spark.sharing import share

        with _translated():
            share(self.stages, shown())

    def share(self, store: "Store", changed: set[str], shown: "Shown") -> AbstractSet[str]:
        """See `Engine`; all articles are compared anew, whatever has changed, unless they are those that it was prepared for."""
        from tawatur.pipeline.spark.filling import fill
        from tawatur.pipeline.spark.sharing import share

        with _translated():
            share(self.stages, shown)
            fill(store, self.stages)
        return shown.texts.keys()

    def finish(self) -> None:
        """Remove the stages, unless they are to be kept."""
        if not self._keep:
            self.stages.clear()


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what Spark raises into a FailedError, and what the file system does."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    from tawatur.pipeline.spark.session import first_line

    try:
        yield
    except TawaturError:
        raise
    except (PySparkException, Py4JError, OSError) as error:
        raise FailedError("spark_failed", error=first_line(error)) from error
