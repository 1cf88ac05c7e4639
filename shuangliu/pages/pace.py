"""How often somebody who is known, by their account or their key, may ask for what is dear: so often in each minute.

Who is not known is slowed down by shuangliu/guard, which is another thing: there a try too many begins a pause,
addresses are counted beside phones and numbers, and a county sets the limits.
"""

import logging
from datetime import datetime

from django.core.cache import cache

MINUTE = 60  # seconds

log = logging.getLogger(__name__)


def wait(asking: str, who: int, at: datetime, *, most: int) -> int:
    """How many seconds `who`, by their primary key, should wait before asking for this again; 0 for whoever has asked
    less than `most` times in this minute. A cache that does not answer holds nobody up."""
    minute, gone = divmod(int(at.timestamp()), MINUTE)
    slot = f"pace:{asking}:{who}:{minute}"
    try:
        cache.add(slot, 0, 2 * MINUTE)
        is_in_time = cache.incr(slot) <= most
    except ValueError:  # the cache was full and dropped it just now
        is_in_time = True
    except Exception:  # whatever the cache's client raises when it is down
        log.exception("The pace cannot be counted")
        is_in_time = True
    return 0 if is_in_time else MINUTE - gone
