"""What the records of volunteers say of themselves (shuangliu/privacy/personal.py)."""

from django.utils.translation import gettext_lazy as _

VOLUNTEERS = {
    "whose": _("people who register as volunteers, and the guardians of the young ones"),
    "purpose": _("to know who serves, call them up, insure them and certify their hours"),
    "basis": _("consent of the person or the guardian; Regulation on voluntary service, articles 7, 17 and 19"),
    "recipients": _("the workstation of the community and the patrol leader of the town; nobody in public"),
    "retention": "volunteer.gone",
}
