"""What `bench/soak.py` is made of: what is published, the server with its faults, what is seen of the watch, the report.

published   the articles of an hour, with what a desk waits for planted among them
faults      the ways in which a server of feeds is broken
feeds       the server: a port a feed, what stands in each, when it was published and first given out whole
taken       a receiver of alerts
seen        memory of the watch's processes, and when each article's findings stood in the store
report      the figures
"""
