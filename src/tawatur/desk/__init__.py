"""A store for programs: what `tawatur.open` gives."""

from tawatur.desk.claim import Bearing, Check, Said
from tawatur.desk.desk import Desk

__all__ = ["Bearing", "Check", "Desk", "Said"]
