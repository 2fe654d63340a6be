"""One skill a file: `measure(shared)` gives its figures on the labelled data at hand."""
