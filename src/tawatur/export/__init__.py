"""The folder of JSON Lines that other programs read, and its schema."""

from tawatur.export.folder import FILES, write

__all__ = ["FILES", "write"]
