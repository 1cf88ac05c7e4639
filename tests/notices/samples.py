"""A notice to Wang, and many of them."""

from datetime import timedelta

from shuangliu import notices
from shuangliu.notices.models import Notice
from tests.conftest import NOW


def told(user, *, kind: str = "incident.closed", at=NOW, matter=None, urgent: bool = False) -> Notice:
    """`user` is told something of a matter (of themselves, unless another is named)."""
    matter = matter or user
    notices.tell([user.pk], kind, matter=matter, text="SJ00000001 暴露垃圾", url="/incidents/1/", at=at,
                 urgent=urgent)
    return Notice.objects.get(user=user, kind=kind, at=at, matter_type=matter._meta.label_lower)


def many(cast, n: int) -> None:
    already = Notice.objects.filter(user=cast.wang).count()
    for number in range(already, already + n):
        told(cast.wang, at=NOW + timedelta(seconds=number))


SAMPLES = {
    "notices:notice-open": lambda cast: told(cast.wang),
    "api:notice-read": lambda cast: told(cast.wang),
}
LISTS = {"notices:notice-list": ("wang", many), "api:notice-list": ("wang", many)}
