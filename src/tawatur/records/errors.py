"""The errors that a user may meet. Each has a code; its words, in Arabic and English, stand in resources/messages.

TawaturError
├── UsageError          the command was given what it cannot use                    exit code 2
└── FailedError         the command could not be carried out                        exit code 1
    └── StoreError      the store could not be used
"""

from typing import Any


class TawaturError(Exception):
    """`code` names the message in `resources/messages/errors.*.yaml`; `values` fills its places."""

    exit_code = 1

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.code, self.values), self.__dict__

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value}" for name, value in self.values.items())


def _again(kind: type[TawaturError], code: str, values: dict[str, object]) -> TawaturError:
    """Make an error that came from another process."""
    return kind(code, **values)


class UsageError(TawaturError):
    """The command was given what it cannot use."""

    exit_code = 2


class FailedError(TawaturError):
    """The command could not be carried out."""


class StoreError(FailedError):
    """The store could not be used."""
