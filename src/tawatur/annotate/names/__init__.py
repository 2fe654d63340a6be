"""Names: people, organisations, countries, places, products, laws and events, without their clitics."""

from tawatur.annotate.names.find import annotate

__all__ = ["annotate"]
