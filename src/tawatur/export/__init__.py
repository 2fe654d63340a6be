"""The folder of JSON Lines that other programs read, and its schema."""
