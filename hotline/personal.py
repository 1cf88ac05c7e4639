"""What the records of the hotline say of themselves (shuangliu/privacy/personal.py)."""

from django.utils.translation import gettext_lazy as _

CALLERS = {
    "whose": _("people who call or write to the hotline"),
    "purpose": _("to settle what they tell us and to answer them"),
    "basis": _("consent, and the duty of the offices to handle what citizens bring (Personal Information Protection "
               "Law, articles 13 and 34)"),
    "recipients": _("the hotline alone; the office that handles the matter is not told who asked"),
}
ABUSE = {
    "whose": _("senders that were blocked for abuse"),
    "purpose": _("to keep the public doors open for everybody"),
    "basis": _("duty to keep the service safe (Cybersecurity Law, article 23)"),
    "recipients": _("the supervisor of the hotline"),
    "kept": _("half a year at most, then somebody looks at it again"),
}
OFFICERS = {
    "whose": _("liaison officers of offices"),
    "purpose": _("to reach the office that is responsible"),
    "basis": _("statutory duty of the offices (Personal Information Protection Law, article 13)"),
    "recipients": _("the hotline and the county's dispatchers"),
    "kept": _("while they serve"),
}
