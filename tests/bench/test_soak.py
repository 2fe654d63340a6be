from collections import Counter
from itertools import islice

from bench.soaking import report
from bench.soaking.feeds import Feed
from bench.soaking.published import EVERY, published
from bench.soaking.seen import Memory, words
from bench.soaking.taken import Taken


def _run() -> report.Run:
    items = {item.key: item for item in islice(published(1), 5 * EVERY)}
    feed = Feed(0, 0.0)
    feed.given = dict.fromkeys(items, 10.0)
    feed.appeared = dict.fromkeys(items, 5.0)
    documents = {f"d-{key}": (key, words(item)) for key, item in items.items()}
    stood = dict.fromkeys(items, 30.0)
    return report.Run(0.0, items, [feed], stood, [Memory(float(n), 100.0, 120.0, 2) for n in range(0, 700, 5)], [], documents)


def test_every_so_often_there_is_a_report_of_an_incident_and_all_are_long_enough_for_articles() -> None:
    items = list(islice(published(1), 9 * EVERY))
    plants = [item.plant for item in items if item.plant]
    assert plants[:4] == [(0, "first"), (0, "update"), (0, "conflict"), (0, "correction")]
    assert all(len(words(item).split()) > 60 for item in items)
    assert max(Counter(item.key for item in items).values()) == 1


def test_what_is_missing_doubled_altered_or_sent_twice_is_seen() -> None:
    run = _run()
    assert (report.missing(run), report.doubled(run), report.twice(run)) == ([], [], 0)
    first, second, *_ = run.items
    stood = {key: at for key, at in run.stood.items() if key != first}
    documents = {**run.documents, "d-x": (second, "other words")}
    alert = Taken(1.0, {"id": "a", "kind": "name", "evidence": []})
    broken = run._replace(stood=stood, documents=documents, taken=[alert, alert])
    assert (report.missing(broken), report.doubled(broken), report.twice(broken)) == ([first], [second], 1)


def test_the_report_tells_times_memory_and_alerts() -> None:
    told = "\n".join(report.lines(_run()))
    assert "seconds from published to findings: median 25.0" in told
    assert "after 10 min" in told
    assert "own process 100 MB" in told
    assert "told as correction: once 0, never 1" in told
