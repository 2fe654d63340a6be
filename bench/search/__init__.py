"""What searching is measured by."""
