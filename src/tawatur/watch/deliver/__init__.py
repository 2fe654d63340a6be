"""The ways by which alerts go out. Each is handed alerts and gives nothing; see `ways.NotSentError`."""
