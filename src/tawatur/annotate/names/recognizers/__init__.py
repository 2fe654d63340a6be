"""Other recognisers of names than our tagger: a plug-in point, and the adapter for a token classifier. See docs/recognizers.md."""

from tawatur.annotate.names.recognizers.choose import ENVIRONMENT, Chosen, check, chosen, state
from tawatur.annotate.names.recognizers.protocol import Found, Recognizer, RecognizerError, RecognizerKind

__all__ = ["ENVIRONMENT", "Chosen", "Found", "Recognizer", "RecognizerError", "RecognizerKind", "check", "chosen", "state"]
