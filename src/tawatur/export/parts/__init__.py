"""What the formats share: the texts that a format can hold, streams, places, and what may be passed on."""
