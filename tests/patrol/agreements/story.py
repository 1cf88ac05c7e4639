"""What the tests of agreements say in one line: `village.agreement("active")`."""

import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count

from patrol.agreements import actions
from patrol.agreements.actions import Terms
from patrol.agreements.models import FourPartyAgreement
from patrol.agreements.terms import USUAL, Side
from tests.conftest import NOW

WAY = {
    "draft": [], "signed": ["sign_all"], "active": ["sign_all", "activate"],
    "expired": ["sign_all", "activate", "expire"], "terminated": ["sign_all", "activate", "terminate"],
    "renewed": ["sign_all", "activate", "succeed"],
}
SIGNERS = {Side.VILLAGE: ("周国富", "村党委书记"), Side.POLICE: ("何建军", "社区民警"),
           Side.RESIDENTS: ("杨秀兰", "居民代表"), Side.INSURER: ("罗晓燕", "支公司经理")}
numbers = count(1)


class Village:
    """Agreements of 棠湖社区, which Zhao keeps. `at` moves on by hand."""

    def __init__(self, cast, at: datetime = NOW):
        self.cast, self.at = cast, at

    @property
    def today(self) -> date:
        return self.at.date()

    def terms(self, **given) -> Terms:
        return Terms(**{
            "place": "3组、4组", "households": 420, "covered": 380, "insurer": "人保财险双流支公司",
            "insures": ["goods", "bike"], "premium": Decimal("11400.00"), "subsidy": Decimal("3800.00"),
            "fund": Decimal("2000.00"), "cover": Decimal("3000.00"), "starts_on": self.today - timedelta(days=60),
            "ends_on": self.today + timedelta(days=304)} | given)

    def draft(self, *, by=None, uuid_=None, area=None, duties=USUAL, renews=None, **terms) -> FourPartyAgreement:
        agreement, _new = actions.draft(by=by or self.cast.zhao, at=self.at, uuid=uuid_ or uuid.uuid4(),
                                        area=area or self.cast.community, terms=self.terms(**terms), duties=duties,
                                        renews=renews)
        return agreement

    def agreement(self, state: str = "active", **given) -> FourPartyAgreement:
        """One that has come so far."""
        agreement = self.draft(**given)
        for step in WAY[state]:
            getattr(self, step)(agreement)
        return agreement

    def sign(self, agreement, side: str):
        name, capacity = SIGNERS[Side(side)]
        return actions.sign(agreement, by=self.cast.zhao, at=self.at, uuid=uuid.uuid4(), side=side, name=name,
                            capacity=capacity, signed_on=self.today)

    def sign_all(self, agreement):
        for side in Side:
            self.sign(agreement, side)

    def activate(self, agreement):
        actions.activate(agreement, by=self.cast.zhao, at=self.at, policy="PQZA2026")

    def expire(self, agreement):
        FourPartyAgreement.objects.filter(pk=agreement.pk).update(ends_on=self.today - timedelta(days=1))
        actions.expire(self.at)
        agreement.refresh_from_db()

    def terminate(self, agreement):
        actions.terminate(agreement, by=self.cast.zhao, at=self.at, ground="agreed", reason="四方协商一致")

    def succeed(self, agreement):
        """Its renewal is in force."""
        self.expire(agreement)
        new = actions.renew(agreement, by=self.cast.zhao, at=self.at, uuid=uuid.uuid4(),
                            ends_on=self.today + timedelta(days=365), premium=agreement.premium)
        self.sign_all(new)
        self.activate(new)
        agreement.refresh_from_db()

    def claim(self, agreement, **given):
        return actions.claim(agreement, by=self.cast.zhao, at=self.at, **{
            "uuid": uuid.uuid4(), "reference": f"BA2026{next(numbers):04d}", "loss": "bike",
            "happened_on": self.today - timedelta(days=5), "filed_on": self.today - timedelta(days=3),
            "claimed": Decimal("1800.00")} | given)
