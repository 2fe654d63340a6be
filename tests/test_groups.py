from hypothesis import given
from hypothesis import strategies as st

from tawatur.groups import groups

_LINKS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40)


def test_what_is_linked_through_others_is_one_group() -> None:
    assert groups([("a", "b"), ("c", "d"), ("b", "e")]) == [("a", "b", "e"), ("c", "d")]


@given(_LINKS)
def test_everything_linked_is_in_just_one_group(links: list[tuple[int, int]]) -> None:
    found = groups(links)
    assert sorted(one for group in found for one in group) == sorted({one for link in links for one in link})
    assert all(any(a in group and b in group for group in found) for a, b in links)


@given(_LINKS, st.randoms())
def test_the_order_of_links_does_not_matter(links: list[tuple[int, int]], random: object) -> None:
    shuffled = [(b, a) for a, b in links]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups(shuffled) == groups(links)
