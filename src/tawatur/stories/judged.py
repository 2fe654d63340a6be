"""What people judged of stories, applied to what the program put together: in the order of judging, so that the last one holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.records.story_judgement import StoryJudgement


def judged(groups: Iterable[tuple[str, ...]], judgements: Sequence[StoryJudgement]) -> list[tuple[str, ...]]:
    """Give the groups after the judgements that stand, each in order, and the groups in order.

    Articles that came later follow those that the program puts them with. What is no more there is passed over.
    """
    members = {number: set(group) for number, group in enumerate(groups)}
    home = {name: number for number, group in members.items() for name in group}
    for told in sorted((one for one in judgements if not one.undone), key=lambda one: (one.when, one.id)):
        if told.kind == "join":
            _join(told, members, home)
        else:
            _part(told, members, home)
    return sorted(tuple(sorted(group)) for group in members.values() if group)


def _join(told: StoryJudgement, members: dict[int, set[str]], home: dict[str, int]) -> None:
    """Bring all that holds one of the articles together."""
    numbers = sorted({home[name] for name in (*told.documents, *told.others) if name in home})
    for number in numbers[1:]:
        for name in members[number]:
            home[name] = numbers[0]
        members[numbers[0]] |= members.pop(number)


def _part(told: StoryJudgement, members: dict[int, set[str]], home: dict[str, int]) -> None:
    """Take the articles out of what holds one of the others, and put them together."""
    held = {home[name] for name in told.others if name in home}
    leaving = {name for name in told.documents if home.get(name) in held}
    if not leaving:
        return
    new = max(members) + 1
    for name in leaving:
        members[home[name]].discard(name)
        home[name] = new
    members[new] = leaving
