"""The programs' door: the same records as JSON, with a description of it (OpenAPI)."""
