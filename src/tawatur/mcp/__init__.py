"""The Model Context Protocol: what a language model's program asks of a store, over standard input and output."""

from tawatur.mcp.server import serve

__all__ = ["serve"]
