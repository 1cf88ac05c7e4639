"""What the records of mediation say of themselves (shuangliu/privacy/personal.py)."""

from django.utils.translation import gettext_lazy as _

LAW = _("People's Mediation Law; statutory duty (Personal Information Protection Law, articles 13 and 34)")
DOSSIER = _("by the retention of the dossier, ten years as a rule; then restricted")

PARTIES = {
    "whose": _("parties of disputes and who speaks for them"),
    "purpose": _("to mediate the dispute, to write the agreement, and to reach the parties"),
    "basis": LAW,
    "recipients": _("the mediators of the case, the manager of the centre; a court or an office that the case goes to"),
    "kept": DOSSIER,
}
HELPERS = {
    "whose": _("witnesses, experts and others who help in a case"),
    "purpose": _("to know who took part and can be asked"),
    "basis": LAW,
    "recipients": _("the mediators of the case, the manager of the centre"),
    "kept": DOSSIER,
}
NETWORK = {
    "whose": _("mediators, members of committees and experts"),
    "purpose": _("to keep the register of who mediates, what they learned and when they must stand aside"),
    "basis": LAW,
    "recipients": _("centres of the county; the public sees names of committees alone"),
    "kept": _("while they serve, then with the cases they mediated"),
}
