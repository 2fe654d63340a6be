"""Packages that not everyone needs: imported when an input asks for them."""

import importlib
from typing import Any

from tawatur.ingest.reasons import Reason, Refused


def optional(package: str, extra: str, what: str) -> Any:
    """Import a package. Raises Refused with the remedy where it is not installed."""
    try:
        return importlib.import_module(package)
    except ImportError:
        raise Refused(Reason.MISSING_PACKAGE, f"{what} needs a package: pip install 'tawatur[{extra}]'") from None
