"""`tawatur backup`: a copy of the store, made while it is used and checked by reading it back."""

import argparse

from tawatur.cli.judging import judged_in
from tawatur.cli.out import print_json
from tawatur.records.errors import UsageError
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Write the copy, read it back, and say what it holds."""
    from tawatur.store.backup import backup

    if asked.file.exists() and not asked.replace:
        raise UsageError("backup_there", path=asked.file)
    with judged_in(asked.store) as store:
        copied = backup(store, asked.file)
    if asked.json:
        print_json({"file": str(asked.file), "bytes": copied.bytes, "rows": copied.rows})
    else:
        rows, documents = sum(copied.rows.values()), copied.rows["documents"]
        print(messages("cli", asked.lang)("backup.done", path=asked.file, documents=documents, rows=rows))
    return 0
