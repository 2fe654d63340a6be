"""Whether two reports speak of one undertaking. Each rule asks for the same parties; none is enough without them."""

from __future__ import annotations

from tawatur.compare.promised.reports import Report

# the share of the shorter matter's words that the other has too, and the least number of them; a pair of pacts between the
# same two in one happening needs no more. Chosen on the seeds and the example, where 0.4 began to join two undertakings
_SHARE, _LEAST, _NEARLY = 0.5, 2, 0.75
# the share of the longer matter's words that must be the same: a package of several things is none of them
_PART = 0.3


def parties_agree(a: Report, b: Report) -> bool:
    """Whether the parties can be the same: a name in common, a kindred word («روسيا»، «الرئيس الروسي»), or only «الطرفان»."""
    return a.both or b.both or bool(a.keys & b.keys) or bool(a.kin & b.kin)


def same_matter(a: Report, b: Report) -> bool:
    """Whether the words of what is undertaken are mostly the same: nearly all of them where the happenings are two."""
    shared = len(a.matter & b.matter)
    smaller = min(len(a.matter), len(b.matter))
    if a.story != b.story:
        return shared >= _LEAST + 1 and shared >= _NEARLY * smaller
    larger = max(len(a.matter), len(b.matter))
    return shared >= min(_LEAST, smaller) and smaller > 0 and shared >= _SHARE * smaller and shared >= _PART * larger


def days_agree(a: Report, b: Report) -> bool:
    """Whether they can have been made at one time: values that are both known have one beginning in common."""
    if not a.made or not b.made:
        return True
    return a.made.startswith(b.made) or b.made.startswith(a.made)


def same(a: Report, b: Report) -> bool:
    """Whether two reports that something was undertaken are of one undertaking."""
    if not parties_agree(a, b) or (a.said.kind == "intended") != (b.said.kind == "intended"):
        return False
    if same_matter(a, b):
        return days_agree(a, b) or a.matter == b.matter
    pacts = {a.said.pact, b.said.pact}
    if len(pacts) > 1 or None in pacts or not days_agree(a, b):
        return False
    one_happening = a.story is not None and a.story == b.story
    return pacts == {"truce"} and one_happening


def speaks_of(later: Report, made: Report) -> int:
    """How strongly a later report speaks of an undertaking: 0 not at all, else the more the stronger."""
    told = later.said
    if told.kind in ("broken", "kept", "prolonged") and told.by and not parties_agree(later, made):
        return 0
    if later.day < made.day or (later.made and made.made and not days_agree(later, made)):
        return 0
    shared = len(later.matter & made.matter)
    if told.pact and told.pact == made.said.pact:
        return 2 + 2 * shared
    if shared >= _LEAST and shared >= _SHARE * min(len(later.matter), len(made.matter)):
        return 1 + 2 * shared
    # a promise by whatever name, where an agreement binds the same party and the words touch
    return shared if told.pact in ("agreement", "promise") and shared and parties_agree(later, made) and told.by else 0
