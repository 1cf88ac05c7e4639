"""A restricted lease is stored and used for nothing else (PIPL art. 47)."""

from residents.models import Lease
from shuangliu.retention import restrictions


def test_on_no_desk(lettings, cast):
    lease = lettings.lease()
    assert Lease.objects.of_desk(cast.xie).exists()
    restrictions.restrict(lease, by=cast.an, at=lettings.at, reason="本人要求", basis="个人信息保护法第四十七条")
    assert not Lease.objects.visible_to(cast.xie).exists()
    assert not Lease.objects.of_desk(cast.xie).exists()
