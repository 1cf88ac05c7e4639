"""How often somebody may ask for what is dear, such as a search that a page sends while one types.

Counted in the memory of the process: it fails with nothing, and what it guards is just this process's time.
"""

from datetime import datetime

from django.core.cache import caches

MINUTE = 60  # seconds


def wait(asking: str, user, at: datetime, *, most: int) -> int:
    """How many seconds `user` should wait before asking for this again; 0 for whoever has asked less than `most`
    times in this minute."""
    minute, gone = divmod(int(at.timestamp()), MINUTE)
    memory, key = caches["process"], f"pace:{asking}:{user.pk}:{minute}"
    memory.add(key, 0, 2 * MINUTE)
    try:
        is_in_time = memory.incr(key) <= most
    except ValueError:  # the cache was full and dropped it just now
        is_in_time = True
    return 0 if is_in_time else MINUTE - gone
