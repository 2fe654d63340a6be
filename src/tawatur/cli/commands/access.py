"""`tawatur access`: who may use a server that is reached from elsewhere."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tawatur.cli.out import print_json
from tawatur.records.errors import UsageError
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.access.book import Book


def run(asked: argparse.Namespace) -> int:
    """Add, list or remove users."""
    with _book(asked) as book:
        {"add": _add, "list": _list, "remove": _remove}[asked.action](book, asked)
    return 0


@contextmanager
def _book(asked: argparse.Namespace) -> Iterator["Book"]:
    from tawatur.access.book import Book, book_path
    from tawatur.cli.stored import beside
    from tawatur.store.address import default_place

    book = Book(book_path(beside(asked.store or default_place())))
    try:
        yield book
    finally:
        book.close()


def _add(book: "Book", asked: argparse.Namespace) -> None:
    words = messages("cli", asked.lang)
    token = book.add(asked.name, asked.role, _password(asked) if asked.password else None)
    if asked.json:
        print_json({"name": asked.name, "role": asked.role, "token": token})
    elif token:
        print(words("access.token", name=asked.name, role=asked.role, token=token))
    else:
        print(words("access.added", name=asked.name, role=asked.role))


def _password(asked: argparse.Namespace) -> str:
    """The password that is typed twice, or the first line of a pipe."""
    words = messages("cli", asked.lang)
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    typed = getpass.getpass(words("access.type"))
    if getpass.getpass(words("access.again")) != typed:
        raise UsageError("access_differs")
    return typed


def _list(book: "Book", asked: argparse.Namespace) -> None:
    users = book.users()
    if asked.json:
        print_json([one._asdict() for one in users])
    elif not users:
        print(messages("cli", asked.lang)("access.none"))
    for one in () if asked.json else users:
        print(f"{one.name}  {one.role}  {one.by}")


def _remove(book: "Book", asked: argparse.Namespace) -> None:
    book.remove(asked.name)
    if asked.json:
        print_json({"removed": asked.name})
    else:
        print(messages("cli", asked.lang)("access.removed", name=asked.name))
