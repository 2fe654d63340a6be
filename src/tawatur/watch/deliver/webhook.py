"""Alerts to a program: a POST request of JSON, signed so that its receiver knows that it is ours and not an old one played again.

The head `Tawatur-Signature: t=TIME,v1=HEX` holds the seconds since 1970 and the HMAC-SHA256 of `TIME.BODY` under the secret,
as Stripe and others sign theirs; `Tawatur-Delivery` is the same for the same alerts, so that a receiver can drop doubles.
"""

import hashlib
import hmac
import time
from collections.abc import Callable, Sequence

import msgspec

from tawatur.ingest.network import Answer, request
from tawatur.ingest.options import WebOptions
from tawatur.ingest.reasons import Refused
from tawatur.records.alert import Alert
from tawatur.records.base import content_id, to_dict
from tawatur.watch.deliver.ways import NotSentError
from tawatur.watch.deliver.words import link
from tawatur.watch.options import Webhook

_SECONDS, _ANSWER = 30.0, 65_536


class WebhookWay:
    """One request with all alerts of a round."""

    repeatable = False

    def __init__(self, options: Webhook, base: str, clock: Callable[[], float] = time.time) -> None:
        self.name = f"webhook:{options.address}"
        self._options, self._base, self._clock = options, base, clock

    def send(self, alerts: Sequence[Alert]) -> None:
        """Send the request. Raises NotSentError where the receiver said that it did not take it (a status of 400 or more)."""
        body = payload(alerts, self._base)
        stamp = int(self._clock())
        heads = {
            "Content-Type": "application/json; charset=utf-8",
            "Tawatur-Signature": f"t={stamp},v1={signature(self._options.secret, stamp, body)}",
            "Tawatur-Delivery": content_id("d", *(one.id for one in alerts)),
        }
        try:
            answer: Answer = request(
                self._options.address, heads, WebOptions(allow_private=self._options.allow_private), _ANSWER, _SECONDS, body
            )
        except Refused as refused:
            if refused.reason.name == "PRIVATE_ADDRESS" or "refused" in refused.detail.lower():
                raise NotSentError(refused.detail) from refused
            raise
        if answer.status >= 400:
            raise NotSentError(f"{self._options.address} answers with status {answer.status}")


def payload(alerts: Sequence[Alert], base: str) -> bytes:
    """Give the body of the request."""
    return msgspec.json.encode({"alerts": [{**to_dict(one), "link": link(one, base)} for one in alerts]})


def signature(secret: str, stamp: int, body: bytes) -> str:
    """Give the HMAC-SHA256 of the time and the body, in hexadecimal digits."""
    return hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
