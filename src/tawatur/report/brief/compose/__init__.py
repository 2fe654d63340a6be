"""The sentences of a brief, a section a file. They are proposals: the gate says which of them may stand."""
