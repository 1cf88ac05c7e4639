"""Which tone a state is shown in. The shapes of the tones are in static/css/badge.css.

wait   somebody must take it        work   being worked on         check  answered, to be checked
done   settled                      alert  came back or went wrong off    ended without a result, or asleep
"""

TONES = {
    # Incidents
    "reported": "wait",
    "self_handled": "check",
    "accepted": "work",
    "assigned": "wait",
    "in_progress": "work",
    "suspended": "off",
    "resolved": "check",
    "rework": "alert",
    "verified": "done",
    "closed": "done",
    "evaluated": "done",
    "rejected": "off",
    "merged": "off",
    "cancelled": "off",
    # What offices ask of each other
    "passing": "wait",
    "asked": "wait",
    "taken": "work",
    "answered": "check",
    "ended": "done",
    "declined": "alert",
    "dropped": "off",
    # Mediation cases
    "registered": "wait",
    "not_accepted": "off",
    "joined": "off",
    "transferred": "wait",
    "mediating": "work",
    "panel": "work",
    "agreed": "done",
    "failed": "off",
    "moved": "off",
    "archived": "done",
    # What an agreement obliges to
    "owed": "wait",
    "performed": "done",
    "breached": "alert",
    "waived": "off",
    "superseded": "off",
    # Exports in clear
    "approved": "work",
    "fetched": "done",
    "expired": "off",
    "refused": "off",
    # Tickets of the hotline
    "received": "wait",
    "dispatched": "work",
    "returned": "alert",
    "replied": "check",
    "follow_up": "wait",
    "invalid": "off",
    "duplicate": "off",
    # Changes of boundaries
    "planned": "wait",
    "done": "done",
    # Decisions of joint meetings
    "open": "wait",
    # The knowledge base
    "draft": "wait",
    "published": "done",
    "withdrawn": "off",
    # Analysis reports
    "signed": "check",
    "issued": "done",
    # Messages of the outbox
    "waiting": "wait",
    "sent": "done",
    # Tables brought in, and their rows
    "uploaded": "wait",
    "checking": "work",
    "checked": "wait",
    "carrying": "work",
    "carried": "done",
    "undoing": "work",
    "undone": "off",
    "new": "done",
    "changed": "work",
    "same": "off",
    "suspicious": "check",
    # Residents: leases, visits, care and aid, what might be one person
    "submitted": "wait",
    "need_more": "alert",
    "renewed": "off",
    "nobody": "alert",
    "entered": "done",
    "written": "wait",
    "requested": "wait",
    "serving": "work",
    "restricted": "off",
    "applied": "wait",
    "granted": "work",
    "paid": "done",
    "apart": "off",
    # Patrols on the desk, whose words mean other things elsewhere
    "shift_planned": "wait",
    "shift_started": "work",
    "shift_missed": "alert",
    "swap_asked": "wait",
    "swap_agreed": "check",
    # Patrol and prevention
    "started": "work",
    "finished": "done",
    "partial": "check",
    "active": "done",
    "terminated": "off",
    "filed": "wait",
    "working": "done",
    "faulty": "alert",
    "removed": "off",
    "surveyed": "wait",
    "forming": "wait",
    "governed": "check",
    "planning": "work",
    "voted": "check",
    "works": "work",
    "accepted_works": "done",
    "long_term": "done",
    "reviewed": "done",
    "relapsed": "alert",
    "gone": "off",
    # What people ask about their own data
    "identified": "work",
    "decided": "work",
    "carried_out": "check",
    # Calls
    "ringing": "alert",
    "missed": "off",
}


def tone(state: str) -> str:
    """The tone of a state, by its value in any case; "off" for one that nobody has put here."""
    return TONES.get(str(state).lower(), "off")
