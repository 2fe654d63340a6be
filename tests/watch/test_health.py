import json
import urllib.error
import urllib.request

import pytest

from tawatur.watch.health import metrics, serving, well
from tawatur.watch.rounds import Health


def test_a_watch_without_a_round_for_three_intervals_is_not_well() -> None:
    health = Health(started=0.0, beat=100.0)
    assert well(health, every=10.0, now=129.0)
    assert not well(health, every=10.0, now=131.0)


def test_both_addresses_answer_and_others_do_not() -> None:
    health = Health(started=1_600_000_000.0, beat=50.0, alerts={"conflict": 2}, older=7)
    with serving(health, 10.0, "127.0.0.1", 0, lambda: 55.0) as port:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            told = json.loads(answer.read())
        assert (told["status"], told["older"]) == ("ok", 7)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            assert b'tawatur_watch_alerts_total{kind="conflict"} 2' in answer.read()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/other", timeout=5)
        health.beat = -1000.0
        with pytest.raises(urllib.error.HTTPError, match="503"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5)


def test_every_metric_has_its_help_and_type() -> None:
    lines = metrics(Health(started=0.0), 10.0, 1.0).splitlines()
    for line in lines:
        if not line.startswith("#"):
            name = line.partition(" ")[0].partition("{")[0]
            assert any(one.startswith(f"# HELP {name} ") for one in lines)
            assert any(one.startswith(f"# TYPE {name} ") for one in lines)
