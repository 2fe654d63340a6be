"""One command a file: each has `run(asked)`, which is given the parsed command line and gives the exit code."""
