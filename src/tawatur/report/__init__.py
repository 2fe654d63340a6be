"""What was found, in words: tables for the terminal and for scripts."""
