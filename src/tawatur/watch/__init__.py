"""A watch that never sleeps: it polls sources politely, takes in what is new, and tells what a desk waits for, once.

schedule   when each source is asked next; broken ones ever more rarely
facts      what in the store can be told, each under a key that stays the same
tell       which of it is new, kept before it goes out
taking     what a round does with the store
doing      where that is done: in this process, or in one that ends with the round
deliver/   a feed in a file, e-mail, a signed webhook
rounds     one round after the other, until it is told to stop
health     whether it is well, for programs that look after it
"""

from tawatur.watch.options import WatchOptions
from tawatur.watch.rounds import Watch

__all__ = ["Watch", "WatchOptions"]
