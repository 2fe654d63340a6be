"""The command `tawatur`: parse, call, and turn errors into messages and exit codes.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 done with some input dropped, 130 ended by the user.
"""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from tawatur import collecting
from tawatur.cli.parser import build, language
from tawatur.cli.parser_findings import completed
from tawatur.records.errors import TawaturError
from tawatur.report.clean_text import shown
from tawatur.report.messages import Lang, messages

INTERRUPTED = 130


def entry() -> int:
    """Carry out the command of this process, which ends with it, and give its exit code."""
    collecting.rarely()
    try:
        return main()
    finally:
        collecting.no_more()


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and give its exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _speak_utf8()
    lang = language(arguments)
    try:
        asked = build(lang).parse_args(completed(arguments))
        asked.page_lang = asked.lang or "ar"  # the page is Arabic first, whatever the terminal speaks
        asked.lang = lang
        command = import_module(f"tawatur.cli.commands.{asked.command}")
        code: int = command.run(asked)
        sys.stdout.flush()
    except TawaturError as error:
        print(shown(explained(error, lang)), file=sys.stderr)
        return error.exit_code
    except SystemExit as left:  # argparse's --help and --version
        return int(left.code or 0)
    except KeyboardInterrupt:
        print(messages("cli", lang)("interrupted"), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has gone, as with `| head`
        _leave_output()
        return 0
    except OSError as error:  # a full disk behind the output, a folder that cannot be made
        print(messages("errors", lang)("system", error=error), file=sys.stderr)
        _leave_output()
        return 1
    return code


def explained(error: TawaturError, lang: Lang) -> str:
    """Give what went wrong and what to do, in the user's language."""
    if error.code == "wrong_use":
        words = messages("cli", lang)
        return f"{words('wrong_use', **error.values)}\n{words('see_help', **error.values)}"
    return messages("errors", lang)(error.code, **error.values)


def _leave_output() -> None:
    """Write no more, so that what is still held back fails no second time when the program ends."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Arabic goes out as UTF-8 whatever the terminal's locale; what cannot be written is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(entry())
