"""What is kept how long, what must not be used any more, and why each field is there at all.

    forgetters.py of an app:  @forgetter("ticket.contact", …)     registry.py
    a model of an app:        personal = Personal(…)              privacy/personal.py, register.py
    holds.hold(matter, …)     restrictions.unrestricted(queryset)    privacy.guards.refuse(matter)
"""
