"""What the gate looks for in a sentence: numbers, words, negation, attribution."""
