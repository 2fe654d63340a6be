"""A rough root: what of a light stem is left without the letters of patterns and of verbs' persons, so that اقتحم and يقتحمون are one."""

from functools import lru_cache

_WEAK = str.maketrans("", "", "اوياءئؤ")
_BEFORE = ("است", "يست", "تست", "مست", "ست", "ان", "ين", "تن", "من", "مت", "يت", "تت", "ا", "ي", "ت", "م", "ن")
_LEAST = 3  # letters that stay
_KEPT = 1 << 16  # stems whose roots are remembered: headlines and leads of 20,000 articles have 50,000


@lru_cache(maxsize=_KEPT)
def root(stem: str) -> str:
    """Give the rough root of a folded light stem; numbers and short words are their own."""
    if stem.isdigit():
        return stem
    word = stem
    for prefix in _BEFORE:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST:
            word = word[len(prefix) :]
            break
    if len(word) > _LEAST and word[1] == "ت":  # افتعل: اقتحم
        word = word[0] + word[2:]
    bare = word.translate(_WEAK)
    bare = bare.removesuffix("ه") if len(bare) > _LEAST else bare
    return bare if len(bare) >= _LEAST - 1 else stem
