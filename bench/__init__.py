"""Measuring: quality against labelled data, and speed against what a user would pick instead."""
