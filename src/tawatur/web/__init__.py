"""The page: the same findings in a browser, right to left."""
