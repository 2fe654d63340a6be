"""What comparing the sources shows: corroboration by independent origins."""
