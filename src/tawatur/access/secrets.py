"""Secrets: made at random, and kept only as what they cannot be had from."""

import hashlib
import hmac
import os
import secrets
from base64 import b64decode, b64encode

# scrypt with 32 MB and some 80 ms on one core of 2026: OWASP's cheat sheet on storing passwords gives N=2^15, r=8, p=3 and N=2^17, r=8, p=1
# as equals; half of that work is taken, since failed attempts are limited besides
_N, _R, _P = 2**15, 8, 2
_MEMORY = 64 * 1024 * 1024
_SALT, _LENGTH = 16, 32  # bytes
SHORTEST = 12  # letters of a password
LONGEST = 200


def new_token(prefix: str) -> str:
    """Give a secret of 256 random bits, as letters that stand in an address or a header as they are."""
    return f"{prefix}_{secrets.token_urlsafe(32)}"


def digest(token: str) -> str:
    """Give what a random secret is kept as. A fast digest is enough: 256 random bits cannot be tried out."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def hashed(password: str) -> str:
    """Give what a password is kept as: `scrypt$N$r$p$salt$hash`, the last two in base 64."""
    salt = os.urandom(_SALT)
    return f"scrypt${_N}${_R}${_P}${b64encode(salt).decode()}${b64encode(_scrypt(password, salt, _N, _R, _P)).decode()}"


def matches(password: str, kept: str) -> bool:
    """Whether a password is the one that was kept; compared in constant time."""
    _, n, r, p, salt, found = kept.split("$")
    made = _scrypt(password, b64decode(salt), int(n), int(r), int(p))
    return hmac.compare_digest(made, b64decode(found))


def same(one: str, two: str) -> bool:
    """Whether two secrets are one; compared in constant time."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), two.encode("utf-8", "surrogatepass"))


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    given = password[:LONGEST].encode("utf-8", "surrogatepass")
    return hashlib.scrypt(given, salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=_LENGTH)
