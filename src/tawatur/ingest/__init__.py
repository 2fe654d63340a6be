"""From any source to a Document: one reader a file."""
