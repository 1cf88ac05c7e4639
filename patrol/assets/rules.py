"""What the law asks of a camera in a public place, and what a camera of the register lacks.

公共安全视频图像信息系统管理条例 (in force since 2025-04-01): art. 14 filed with the police within 30 days of its start,
art. 17 pictures kept for 30 days at least and deleted when their purpose is over; PIPL art. 26: for public safety only,
with a sign in place (domain.md §4.6, §4.10, §7).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .states import STANDING, State

FILED_WITHIN = timedelta(days=30)
LEAST_DAYS = 30
MOST_DAYS = 90  # what a purpose can hardly need any more; nothing in the law fixes it (domain.md §4.6: delete after)
REPAIRED_WITHIN = timedelta(days=7)
STANDS = Q(state__in=sorted(STANDING))


@dataclass(frozen=True)
class Lack:
    """`rows(today, at)` are the cameras that lack it."""

    label: Any
    law: Any
    rows: Any


LACKS: dict[str, Lack] = {
    "unfiled": Lack(_("Not filed with the police"), _("Video regulation art. 14: within 30 days of its start"),
                    lambda at, today: STANDS & Q(filing="", installed_on__lt=today - FILED_WITHIN)),
    "unsigned": Lack(_("No sign in place"), _("Personal Information Protection Law art. 26"),
                     lambda at, today: STANDS & Q(has_sign=False)),
    "short": Lack(_("Pictures kept too short"), _("Video regulation art. 17: 30 days at least"),
                  lambda at, today: STANDS & Q(retention_days__lt=LEAST_DAYS)),
    "long": Lack(_("Pictures kept too long"), _("Video regulation art. 17: deleted when the purpose is over"),
                 lambda at, today: STANDS & Q(retention_days__gt=MOST_DAYS)),
    "faulty": Lack(_("Out of order for more than 7 days"), _("A camera that does not work protects nobody"),
                   lambda at, today: Q(state=State.FAULTY, faulty_since__lt=at - REPAIRED_WITHIN)),
}


def lacking(code: str, at: datetime, today: date) -> Q:
    """The cameras with this lack. Raises KeyError for one that there is not."""
    return LACKS[code].rows(at, today)
