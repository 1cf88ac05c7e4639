"""Cases whose mediation is over, brought there by the acts themselves."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from mediation import actions
from mediation.after import actions as after
from mediation.after.actions import Owed, instalments
from mediation.models import Case
from shuangliu.notices.models import Notice
from tests.mediation.story import AT, mediating


def fresh(case: Case) -> Case:
    return Case.objects.for_detail().get(pk=case.pk)


def respondent(case: Case):
    return case.parties.get(role="respondent")


def agreed(cast, *, at: datetime = AT, form: str = "oral", on: date | None = date(2026, 3, 20), times: int = 1,
           is_done: bool = False, **given) -> Case:
    """The respondent owes 200 yuan by 20 March, or in parts, or has paid it on the spot."""
    case = mediating(cast, at=at, **given)
    owed = Owed(respondent(case), "支付赔偿款", Decimal("200"), on, is_done)
    actions.agree_case(case, by=cast.feng, at=at, agreement_form=form, agreement="赔偿二百元。", amount=Decimal("200"),
                       owed=list(instalments(owed, times)) if times > 1 else [owed])
    return fresh(case)


def signed(cast, *, at: datetime = AT, **given) -> Case:
    case = agreed(cast, at=at, form="written", **given)
    after.sign_case(case, by=cast.feng, at=at, signed_on=date(2026, 3, 11))
    return fresh(case)


def performed(cast) -> Case:
    case = agreed(cast)
    after.perform_item(case, by=cast.feng, at=AT, item=item(case), on=date(2026, 3, 11))
    return fresh(case)


def broken(cast) -> Case:
    case = agreed(cast)
    after.breach_item(case, by=cast.feng, at=AT + timedelta(days=5), item=item(case), on=date(2026, 3, 16),
                      note="未付。")
    return fresh(case)


def applied(cast) -> Case:
    case = signed(cast)
    after.confirm_case(case, by=cast.wu, at=AT, court="双流区人民法院", applied_on=date(2026, 3, 11))
    return fresh(case)


def item(case: Case):
    return case.round.performances.order_by("id").last()


def asked(case: Case, by, *, at: datetime, party=None, answer: str = "satisfied", **given) -> None:
    after.follow_up_case(case, by=by, at=at, uuid=uuid4(), party=party or respondent(case), way="phone", made_at=at,
                         answer=answer, kept="kept", **given)


def told(user, kind: str) -> bool:
    return Notice.objects.filter(user=user, kind=kind).exists()


STAGES = {"agreed": agreed, "unsigned": lambda cast: agreed(cast, form="written"), "signed": signed,
          "performed": performed, "broken": broken, "applied": applied}
