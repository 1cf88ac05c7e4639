"""What the records of requests say of themselves (shuangliu/privacy/personal.py)."""

from django.utils.translation import gettext_lazy as _

ASKERS = {
    "whose": _("people who ask about their own data, and who speaks for them"),
    "purpose": _("to know whose data are meant, to answer, and to prove that it was answered"),
    "basis": _("Personal Information Protection Law, articles 44 to 50 and 69"),
    "recipients": _("the desk that took the request; the security administrator"),
    "retention": "subject-request.contact",
}
