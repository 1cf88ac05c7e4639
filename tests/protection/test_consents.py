"""What people agree to keeps its words; taking it back is heard by those who rest on it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from shuangliu import audit
from shuangliu.protection import consents
from shuangliu.protection.models import Consent, ConsentText
from shuangliu.protection.signals import consent_withdrawn

PURPOSE = "test.calls"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    monkeypatch.setattr(consents, "_DECLARED", {})
    consents.declare(PURPOSE, "1", "您可以给我打电话。", valid_from=date(2026, 1, 1))


def test_the_words_of_the_product_are_kept_when_they_are_agreed_to(ticket, now):
    given = consents.give(ticket, PURPOSE, at=now, form="online")
    consents.declare(PURPOSE, "1", "改过的文字。", valid_from=date(2026, 1, 1))
    assert consents.text(PURPOSE, on=now.date()).said() == "您可以给我打电话。"
    assert consents.running(ticket, PURPOSE) == given
    assert audit.history(ticket).filter(verb="consent.given").get().detail == {"text": "test.calls 1", "form": "online"}


def test_the_county_has_versions_of_its_own(ticket, now):
    ConsentText.objects.create(purpose=PURPOSE, version="2", words={"zh-hans": "新的文字。"},
                               valid_from=now.date() + DAY)
    old, new = consents.text(PURPOSE, on=now.date()), consents.text(PURPOSE, on=now.date() + DAY)
    assert (old.version, new.version, new.said("en")) == ("1", "2", "新的文字。")
    with pytest.raises(LookupError):
        consents.text("test.unknown", on=now.date())


def test_agreed_twice_is_agreed_once(ticket, now):
    assert consents.give(ticket, PURPOSE, at=now, form="online") == consents.give(
        ticket, PURPOSE, at=now + DAY, form="online")


def test_taken_back_once_and_heard_once(ticket, now):
    consents.give(ticket, PURPOSE, at=now, form="online")
    heard = []

    def hear(sender, subject, purpose, at, **kwargs):
        heard.append((sender, subject, purpose, at))

    consent_withdrawn.connect(hear)
    try:
        assert consents.withdraw(ticket, PURPOSE, at=now + DAY, how="oral") == 1
        assert consents.withdraw(ticket, PURPOSE, at=now + DAY, how="oral") == 0
    finally:
        consent_withdrawn.disconnect(hear)
    assert heard == [(type(ticket), ticket, PURPOSE, now + DAY)]
    assert consents.running(ticket, PURPOSE) is None
    assert [(one.withdrawn_at, one.withdrawn_how) for one in consents.of(ticket)] == [(now + DAY, "oral")]
    assert consents.give(ticket, PURPOSE, at=now + 2 * DAY, form="written"), "and given anew"


def test_spoken_consent_has_a_witness(ticket, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        consents.give(ticket, PURPOSE, at=now, form="oral")
    given = consents.give(ticket, PURPOSE, at=now, form="oral", witness="赵晓敏", by_guardian=True)
    assert Consent.objects.get(pk=given.pk).witness == "赵晓敏"
