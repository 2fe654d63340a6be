import re
from pathlib import Path

from genscripts.frequent_stems import STEMS, stems_text
from genscripts.reference import REFERENCE, SCHEMA, reference, schema_text

from tawatur.cli.parser import COMMANDS

_DOCS = Path(__file__).resolve().parents[1]


def test_the_reference_of_the_command_line_is_of_this_code() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run genscripts/reference.py"


def test_the_schema_of_the_export_is_of_this_code() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run genscripts/reference.py"


def test_the_table_of_frequent_stems_is_of_these_words_and_this_stemmer() -> None:
    assert STEMS.read_text(encoding="utf-8") == stems_text(), "run genscripts/frequent_stems.py"


def test_every_command_is_in_the_readme() -> None:
    readme = (_DOCS / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"tawatur {name}" not in readme] == []


def test_every_link_of_the_docs_leads_to_a_file() -> None:
    links = (
        (page, target)
        for page in [*_DOCS.glob("*.md"), *(_DOCS / "docs").glob("*.md")]
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    )
    assert [f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()] == []
