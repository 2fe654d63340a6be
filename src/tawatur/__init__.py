"""Tawatur (تواتر): what Arabic news reports establish, by how many independent origins, in whose words."""

__version__ = "0.1.0"
