"""What `bench/fuzz.py` is made of.

seeds     inputs of our own of every kind that is read, and the example corpus
mutate    a plain engine of mutations: bytes, and words and marks that mean something to the program
targets   what an input is given to: a reader, or the cleaner and the annotators; and what may come of it
limits    time of the processor and memory of one input
grown     inputs of one thing repeated, by which work that grows faster than its input is found
guided    the same targets under atheris, guided by coverage
"""
