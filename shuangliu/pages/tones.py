"""Which tone a state is shown in. The shapes of the tones are in static/css/badge.css.

wait   somebody must take it        work   being worked on         check  answered, to be checked
done   settled                      alert  came back or went wrong off    ended without a result, or asleep
"""

TONES = {
    # Incidents
    "draft": "off",
    "reported": "wait",
    "accepted": "work",
    "assigned": "wait",
    "in_progress": "work",
    "suspended": "off",
    "resolved": "check",
    "verified": "done",
    "rework": "alert",
    "closed": "done",
    "evaluated": "done",
    "rejected": "off",
    "merged": "off",
    "cancelled": "off",
    "returned": "alert",
    "escalated": "alert",
    # Mediation
    "registered": "wait",
    "review": "wait",
    "not_accepted": "off",
    "transferred": "off",
    "mediating": "work",
    "agreed": "done",
    "failed": "off",
    "followed_up": "done",
    "archived": "done",
}


def tone(state: str) -> str:
    """The tone of a state, by its value in any case; "off" for one that nobody has put here."""
    return TONES.get(str(state).lower(), "off")
