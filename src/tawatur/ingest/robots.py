"""What a site's robots.txt allows (RFC 9309): groups of agents, the longest matching rule, `*` and `$` in paths."""

import re
from typing import NamedTuple


class Robots(NamedTuple):
    """The rules for us: (allowed, path pattern), and the pause asked for in seconds."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether a path (with its query) may be fetched. The longest rule decides, and allowing where two are as long."""
        best = (-1, True)
        for allowed, pattern in self.rules:
            if _matches(pattern, path):
                best = max(best, (len(pattern), allowed))
        return best[1]


def parse_robots(text: str, agent: str) -> Robots:
    """Read a robots.txt for an agent (its name, in lower case): its own groups, else those of `*`."""
    groups: dict[str, list[tuple[bool, str]]] = {}
    delays: dict[str, float] = {}
    agents: list[str] = []
    in_rules = False
    for line in text[:500_000].splitlines():
        field, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        field = field.lower()
        if field == "user-agent":
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            groups.setdefault(value.lower(), [])
        elif field in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for name in agents:
                if field == "crawl-delay":
                    delays[name] = float(value) if re.fullmatch(r"\d{1,4}(\.\d+)?", value) else 0.0
                elif value:
                    groups[name].append((field == "allow", value))
    ours = agent if agent in groups else "*"
    return Robots(tuple(groups.get(ours, ())), delays.get(ours))


def _matches(pattern: str, path: str) -> bool:
    """Whether a rule's pattern fits the beginning of a path. Looks for the parts between stars one after the other."""
    ends = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or at == len(path) or (len(parts) > 1 and path.endswith(parts[-1]))
