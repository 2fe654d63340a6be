"""What is known of the language: letters and folding, words, clitics, numerals, calendars."""
