"""What the register of residents says of itself (shuangliu/privacy/personal.py)."""

from django.utils.translation import gettext_lazy as _

PEOPLE = {
    "whose": _("people who live here"),
    "purpose": _("to know who lives where, as the law asks of a register, and to reach them with services"),
    "basis": _("statutory duty of the offices (Personal Information Protection Law, articles 13 and 34); Residence "
               "permit regulation, article 17"),
    "recipients": _("registrars and the grid worker of the grid, within their area"),
    "retention": "person.gone",
}
VISITS = PEOPLE | {
    "whose": _("people whom a grid worker found newly moved in"),
    "purpose": _("to ask them to register"),
    "retention": "visit.new_name",
}
LEASES = {
    "whose": _("landlords, tenants, agencies and who lives with them"),
    "purpose": _("to register the lease, and to know who answers for it"),
    "basis": _("Regulation on housing leases; Public Security Administration Punishments Law, article 68"),
    "recipients": _("registrars and the housing office; each party of the lease what is its own"),
    "retention": "lease.parties",
}
CARE = {
    "whose": _("people who asked for help, and their guardians"),
    "purpose": _("to get them the help they asked for, from the office they agreed to"),
    "basis": _("consent of the person or the guardian (Personal Information Protection Law, articles 13, 14, 23, 29 "
               "and 31)"),
    "recipients": _("the registrar who wrote it and the agency that helps; a grid worker sees a door and a masked "
                    "name"),
    "retention": "care.restricted",
}
