from typing import Any

import msgspec

from tawatur.report.statements import by_speaker, group


def _keys(library: Any, documents: Any) -> set[str]:
    names = {identity: key for key, identity in library.ids.items()}
    return {names[document] for document in documents}


def test_a_statement_stands_once_with_all_the_articles_that_carry_it(library: Any, view: Any) -> None:
    carried = [_keys(library, (quote.document for quote in statement.quotes)) for statement in group(view)]
    assert carried == [{"wire", "paper", "site", "radio", "blog"}, {"wire", "paper", "site", "radio", "own"}, {"own"}]


def test_the_first_wording_is_that_of_the_credited_article_that_others_copied(library: Any, view: Any) -> None:
    assert {statement.first.document for statement in group(view)[:2]} == {library.ids["wire"]}


def test_statements_stand_under_the_speaker_of_their_first_wording(view: Any) -> None:
    voices = by_speaker(group(view), view.entities)
    assert [(voice.name, len(voice.statements)) for voice in voices] == [("سلمى الكواري", 2), ("حاتم الدلال", 1)]


def test_every_quote_belongs_to_one_statement(view: Any) -> None:
    quotes = [quote.id for statement in group(view) for quote in statement.quotes]
    assert sorted(quotes) == sorted(quote.id for document in view.documents for quote in document.settled.quotes)


def test_the_order_of_documents_and_pairs_does_not_matter(view: Any) -> None:
    turned = msgspec.structs.replace(view, documents=view.documents[::-1], reuse=view.reuse[::-1], findings=view.findings[::-1])
    assert group(turned) == group(view)
