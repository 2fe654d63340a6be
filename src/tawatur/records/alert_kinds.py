"""The kinds of alerts: a module of its own, since the command line names them before it loads anything."""

from typing import Literal, get_args

AlertKind = Literal["conflict", "update", "origin", "correction", "breach", "name"]
KINDS: tuple[AlertKind, ...] = get_args(AlertKind)
