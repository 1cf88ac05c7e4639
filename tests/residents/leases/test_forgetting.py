"""A year after the end nobody is named any more; the number and the days stay."""

from datetime import timedelta

from residents.leases import verifying
from residents.leases.models import Lease, Party
from shuangliu.attachments.models import Attachment
from shuangliu.retention import forgetting, holds


def forget(*, at) -> int:
    """How many leases were forgotten, or their parties."""
    done = forgetting.forget(at=at)
    return done["lease.parties"] + done["lease.draft"]


def test_parties_rent_and_papers_go_a_year_after_the_end(lettings):
    running, over = lettings.lease(), lettings.lease()
    lettings.end(over)
    at = lettings.at + timedelta(days=365)
    assert forget(at=at) == 0
    assert forget(at=at + timedelta(days=1)) == 1
    assert forget(at=at + timedelta(days=1)) == 0
    over.refresh_from_db()
    assert (over.rent, over.code, over.needs_note) == ("", "", "")
    assert over.forgotten_at
    assert not Party.objects.filter(lease=over).exists()
    assert not Attachment.objects.of(over).exists()
    assert Party.objects.filter(lease=running).count() == 2
    assert not verifying.verify(over.check_code, lettings.today).counts  # still known to be over


def test_drafts_that_nobody_sent_in_go_after_thirty_days(lettings, cast):
    draft = lettings.lease("draft", by=cast.xie)
    assert list(Lease.objects.visible_to(cast.xie)) == [draft]
    assert not Lease.objects.visible_to(cast.zhao)
    assert forget(at=lettings.at + timedelta(days=29)) == 0
    assert forget(at=lettings.at + timedelta(days=31)) == 1
    assert not Lease.objects.exists()


def test_what_was_refused_or_taken_back_is_forgotten_too(lettings):
    for state in ("refused", "withdrawn"):
        lettings.lease(state)
    assert forget(at=lettings.at + timedelta(days=366)) == 2
    assert not Party.objects.exists()


def test_what_is_held_is_kept(lettings, cast):
    over = lettings.lease()
    lettings.end(over)
    at = lettings.at + timedelta(days=366)
    holds.hold(over, by=cast.an, at=at, reason="涉诉", basis="民事诉讼法第六十七条")
    assert forget(at=at) == 0
    assert Party.objects.filter(lease=over).exists()
