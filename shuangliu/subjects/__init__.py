"""Requests of people about their own data (PIPL art. 44-50): received, identity checked, decided, carried out,
answered.

    holders.py of an app:   @holder("residents.person", _("Register of residents"), act="person.view")   registry.py
    actions.ask(…)          a request comes in, by the portal or at the counter
    actions.identify, grant, refuse, carry_out, answer, withdraw
"""
