"""The nouns of the program: frozen records, one noun a file, that every stage takes and gives."""
