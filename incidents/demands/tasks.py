"""Joint tasks close the parent together: the lead's reply waits until every part is answered or taken back."""

from django.utils.translation import gettext as _

from .states import ALIVE, Kind


def unanswered(incident) -> list:
    """The tasks for which the reply has to wait."""
    return [demand for demand in incident.asked if demand.kind == Kind.TASK and demand.state in ALIVE]


def waiting_words(missing: list) -> str:
    return _("Not yet: %(offices)s still have to answer their part. Wait for them, or withdraw what is no longer "
             "needed.") % {"offices": "、".join(str(demand.department) for demand in missing)}
