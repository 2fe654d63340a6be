"""Which language a text is in: Arabic, another one in Arabic letters, or one of some in Latin and other letters."""

import re

from tawatur.records.document import Document

_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# closed classes; source: own. Words so frequent that a page of prose has several a line, and that Arabic does not have.
_ARABIC_SCRIPT = {
    "fa": frozenset("است این که را برای شد شود کرد می های از با در آن نیز بود خود".split()),
    "ur": frozenset("ہے ہیں کے کی میں سے نے کو اور کا یہ پر بھی تھا کہ گیا".split()),
    "ps": frozenset("چې دی په کې ته له شوي کړي سره هم وي او دې د".split()),
    "ckb": frozenset("لە بە کە بۆ لەگەڵ ئەم ئەو هەیە دەکات کرد بوو سەر".split()),
    "ug": frozenset("بىلەن ئۇ بۇ ۋە ئۈچۈن قىلىپ".split()),
}
_OWN_LETTERS = {"fa": "پچژگی", "ur": "ٹڈڑےہھ", "ps": "ټډړږښڅځېۍ", "ckb": "ێۆڕڵەڤ", "ug": "ۇۈۆېە"}
_LATIN = {
    "en": frozenset("the of and to in that is was for with on said by from".split()),
    "fr": frozenset("le la les de des et un une du en dans que est pour sur".split()),
    "es": frozenset("el la los de y en que por con una las del se para".split()),
    "de": frozenset("der die das und in den von zu mit ist im auf des nicht".split()),
    "tr": frozenset("ve bir bu da de için ile olarak olan çok daha sonra".split()),
    "it": frozenset("il di che la e del in per un una sono della con".split()),
    "id": frozenset("yang dan di dengan untuk dari ini pada tidak akan".split()),
}
# A page is Arabic when half of its letters are: the corpus's articles have 0.97 and more, and pages whose menus are
# Latin still two thirds; English pages with Arabic names have less than a tenth.
_SHARE = 0.5
# Five in a hundred words: of the corpus's articles none has more than one such word in two hundred, of Persian,
# Urdu and Kurdish prose every one has more than ten in a hundred.
_FREQUENT = 0.05
_LOOKED_AT = 5000  # letters; enough to tell, whatever the page's length


def language(document: Document) -> str | None:
    """Give the ISO 639-1 code (`ckb` for Sorani), `und` where the letters fit none that is known, None without letters."""
    text = document.text[:_LOOKED_AT]
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    if len(_ARABIC.findall(text)) / letters >= _SHARE:
        return _best(text, _ARABIC_SCRIPT) or "ar"
    declared = (document.given.language or "")[:2].lower()
    return _best(text.lower(), _LATIN) or (declared if declared.isalpha() and declared != "ar" else "und")


def _best(text: str, lists: dict[str, frozenset[str]]) -> str | None:
    codes = [code for code in sorted(lists) if code not in _OWN_LETTERS or any(letter in text for letter in _OWN_LETTERS[code])]
    words = _WORD.findall(text) if codes else []
    if not words:
        return None
    shares = {code: sum(word in lists[code] for word in words) / len(words) for code in codes}
    code = max(codes, key=lambda code: shares[code])
    return code if shares[code] >= _FREQUENT else None
