"""What the tests of care say in one line: `caring.referral("accepted")`."""

import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal

from residents.care import actions
from residents.care.models import AidApplication, CareReferral, CareTask
from residents.models import Person
from tests.residents.story import Homes

NEED = "妈妈一个人住，腿脚不方便，想请人帮忙填补贴的表。"
WAY = {
    "written": [], "requested": ["send"], "returned": ["send", "return_"], "accepted": ["send", "accept"],
    "serving": ["send", "accept", "begin"], "ended": ["send", "accept", "begin", "end"],
    "restricted": ["send", "accept", "take_back_consent"],
}


class Caring:
    """Referrals that Xie writes for people of the first town's grid 1; Min answers for civil affairs. `at` moves on by
    hand."""

    def __init__(self, cast, homes: Homes | None = None):
        self.cast, self.homes = cast, homes or Homes(cast)
        self.at: datetime = self.homes.at

    @property
    def today(self) -> date:
        return self.at.date()

    @property
    def civil_affairs(self):
        return self.cast.departments["civil-affairs"]

    def luo(self, **given) -> Person:
        return Person.objects.filter(name_hash__gt="").first() or self.homes.register(phone="13800001234", **given)

    def write(self, *, person=None, by=None, uuid_=None, **given) -> CareReferral:
        """For Luo, unless a name is given."""
        person = person or (None if "name" in given else self.luo())
        given = {"need": NEED, "service": "subsidy", "area": self.cast.grid} | given
        return actions.write(by=by or self.cast.xie, at=self.at, uuid=uuid_ or uuid.uuid4(), person=person, **given)[0]

    def referral(self, state: str = "requested", **given) -> CareReferral:
        """One that has come so far."""
        referral = self.write(**given)
        for step in WAY[state]:
            getattr(self, step)(referral)
        return referral

    def send(self, referral, **given) -> None:
        given = {"agency": self.civil_affairs, "form": "written", "by_guardian": referral.is_child} | given
        actions.send(referral, by=self.cast.xie, at=self.at, **given)

    def return_(self, referral) -> None:
        actions.return_(referral, by=self.cast.min, at=self.at, sent_back="not_reached")

    def accept(self, referral) -> None:
        actions.accept(referral, by=self.cast.min, at=self.at, **self.days())

    def begin(self, referral) -> None:
        actions.begin(referral, by=self.cast.min, at=self.at, **self.days())

    def end(self, referral) -> None:
        actions.end(referral, by=self.cast.min, at=self.at, outcome="helped", note="补贴已批")

    def take_back_consent(self, referral) -> None:
        actions.take_back_consent(referral, by=self.cast.xie, at=self.at, how="written")

    def days(self) -> dict:
        return {"served_from": self.today, "served_until": self.today + timedelta(days=60)}

    def task(self, referral=None, **given) -> CareTask:
        given = {"worker": self.cast.wang, "errand": "deliver", "due_on": self.today + timedelta(days=2)} | given
        return actions.assign(referral or self.referral("accepted"), by=self.cast.min, at=self.at, **given)

    def aid(self, state: str = "applied", referral=None, **given) -> AidApplication:
        given = {"kind": "temporary", "amount": Decimal(3000), "starts_on": self.today,
                 "ends_on": self.today + timedelta(days=90)} | given
        application = actions.apply(referral or self.referral("accepted"), by=self.cast.xie, at=self.at,
                                    uuid=uuid.uuid4(), **given)[0]
        if state in ("granted", "paid"):
            self.grant(application, payments=3 if state == "granted" else 1)
        if state == "paid":
            actions.pay(application, by=self.cast.min, at=self.at, payment=application.payments.get(),
                        paid_on=self.today)
        if state == "refused":
            actions.refuse(application, by=self.cast.min, at=self.at, refusal="above", reason="收入超过标准。")
        return application

    def grant(self, application, *, payments: int = 1) -> None:
        actions.grant(application, by=self.cast.min, at=self.at, granted=Decimal(2000), granted_from=self.today,
                      granted_until=self.today + timedelta(days=90), payments=payments)
