"""What keeps the doors open that anybody may use: the public portal, Open311, the switch of the telephone.

    guard.throttle(request, "portal.submit", phone)   # raises Throttled: the 429 page, or JSON for who asked for it
    guard.check(request, "portal.code", number); …; guard.count(request, "portal.code", number)

`throttle` counts every try, `check` and `count` apart only those that went wrong. The key may be a phone, the number of
a ticket, an api_key: it is hashed before it is remembered. `Throttled` is one of REST framework's, so that its views
answer by themselves; `wait` says how many seconds.
"""

from .throttling import Throttled, check, count, throttle

__all__ = ["Throttled", "check", "count", "throttle"]
