"""Cells of a table that a spreadsheet opens: text that would be taken for a formula is guarded, and can be told from other text."""

from tawatur.export.parts.plain import characters

# what makes Excel, LibreOffice or Google Sheets read a cell as a formula (OWASP, CSV Injection; the wide forms are taken alike
# under East Asian settings), and the guard itself
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_GUARD = "'"
LIMIT = 32_767  # UTF-16 units: what is longer Excel spreads over the cells below


def guarded(text: str) -> str:
    """Give `text` for a cell: without characters that no table can show, and with ' before what might be a formula or begins with '."""
    found = characters(text)
    return _GUARD + found if found.startswith(_FORMULA) else found


def unguarded(cell: str) -> str:
    """Give back the text of a cell that `guarded` gave."""
    return cell.removeprefix(_GUARD)


def fitting(cell: str) -> str:
    """Give as much of a cell as Excel can hold."""
    if len(cell) * 2 <= LIMIT or len(cell.encode("utf-16-le")) // 2 <= LIMIT:
        return cell
    return cell.encode("utf-16-le")[: 2 * LIMIT].decode("utf-16-le", "ignore")


def one_line(text: str) -> str:
    """Give `text` for a cell of a tab-separated table, which has neither tabs nor line ends inside it."""
    return guarded(" ".join(characters(text).split()))
