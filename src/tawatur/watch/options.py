"""What a watch is asked for."""

from pathlib import Path

from tawatur.records.alert_kinds import KINDS, AlertKind
from tawatur.records.base import Record
from tawatur.report.messages import Lang


class Mail(Record, frozen=True, kw_only=True):
    """The user's own server for e-mail. `user` and `password` where it asks for them; `tls` as it is spoken to."""

    host: str
    port: int = 587
    sender: str
    to: tuple[str, ...]
    user: str | None = None
    password: str | None = None
    tls: bool = True


class Webhook(Record, frozen=True, kw_only=True):
    """An address that takes alerts by POST, signed with a secret that both know."""

    address: str
    secret: str
    allow_private: bool = False


class WatchOptions(Record, frozen=True, kw_only=True):
    """`every` is the time between two askings of a source that answers, in seconds; `kinds` what is told; `names` spellings of
    persons, bodies and places that are waited for; `base` the address of the page, for links.
    """

    every: float = 300.0
    kinds: tuple[AlertKind, ...] = KINDS
    names: tuple[str, ...] = ()
    lang: Lang = "ar"
    base: str = "http://127.0.0.1:8765/"
    feed: Path | None = None
    mail: Mail | None = None
    webhook: Webhook | None = None
