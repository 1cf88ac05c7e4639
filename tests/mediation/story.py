"""Making the network, and bringing a case to any state by the acts themselves."""

from dataclasses import replace
from datetime import date, datetime, time
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from grids.models import Post
from grids.roles import Role
from mediation import actions, catalogue, openings
from mediation.actions import PartyGiven
from mediation.models import (
    Case,
    DisputeCategory,
    MediationCenter,
    MediationOrg,
    MediationWindow,
    Mediator,
    OpeningHours,
    ScreeningPoint,
)
from mediation.transfers import actions as transfers
from shuangliu.accounts.models import User

AT = datetime(2026, 3, 11, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
# Invented people: 510199 was never given to a county; the check digits are right.
ZHANG = PartyGiven("applicant", "张三丰", "510199198001012016", "13800138000")
LIU = PartyGiven("respondent", "刘老根", "510199197505056018", "13800138001")


def network(cast) -> SimpleNamespace:
    """Three centres, an organisation with a mediator in each town, one mediator without an account."""
    catalogue.load()
    county, town, other = cast.county, cast.town, cast.areas["510116002"]
    centers = {
        area.code: MediationCenter.objects.create(name=f"{area.name}“大调解”协调中心", area=area, kind=kind)
        for area, kind in [(county, "county"), (town, "town"), (other, "town")]
    }
    here = MediationOrg.objects.create(name="棠湖社区人民调解委员会", area=cast.community, place="community",
                                       center=centers[town.code])
    there = MediationOrg.objects.create(name="机场路社区人民调解委员会", area=cast.areas["510116002001"],
                                        place="community", center=centers[other.code])
    window = network_window(here, "棠湖社区调解窗口")
    point = ScreeningPoint.objects.create(name="棠湖农贸市场", area=cast.community, org=here)
    feng = Mediator.objects.create(user=cast.feng, name=cast.feng.name, org=here)
    unnamed = Mediator.objects.create(name="老支书", org=here, rank="expert")
    stranger = Mediator.objects.create(name="外街道调解员", org=there)
    return SimpleNamespace(centers=centers, here=here, there=there, window=window, point=point, feng=feng,
                           without_account=unnamed, elsewhere=stranger)


def network_window(org: MediationOrg, name: str = "调解窗口") -> MediationWindow:
    """A window that is open on Mondays to Fridays, 9-12 and 13-17."""
    window = MediationWindow.objects.create(name=name, area=org.area, org=org)
    OpeningHours.objects.bulk_create(
        OpeningHours(window=window, weekday=day, opens=time(opens), closes=time(closes))
        for day in range(1, 6) for opens, closes in [(9, 12), (13, 17)])
    return window


def county_committee(cast, net) -> MediationOrg:
    """The county's committee, with two mediators who have no account."""
    org = MediationOrg.objects.create(name="双流区联合人民调解委员会", area=cast.county, place="county",
                                      center=net.centers[cast.county.code])
    for name in ("县级老李", "县级老周"):
        Mediator.objects.create(name=name, org=org)
    return org


def category(code: str = "0299") -> DisputeCategory:
    return DisputeCategory.objects.get(code=code)


def registered(cast, *, at: datetime = AT, code: str = "0299", area=None, parties=(ZHANG, LIU), willing: bool = True,
               **changes) -> Case:
    """A quarrel between neighbours that Wu wrote down at the window. The `willing` were told their rights and agree."""
    parties = [replace(party, consent="oral") for party in parties] if willing else parties
    given = {
        "source": "application", "category": category(code), "title": "楼上漏水纠纷",
        "summary": "张三丰家漏水到刘老根家。",
        "area_key": (area or cast.community).key, "happened_on": date(2026, 3, 10), "place": "棠湖西路8号", "people": 2,
        "by": cast.wu, "at": at, "parties": parties, **changes,
    }
    return Case.objects.for_detail().get(pk=actions.register_case(**given).pk)


def accepted(cast, *, at: datetime = AT, **given) -> Case:
    case = registered(cast, at=at, **given)
    actions.accept_case(case, by=cast.wu, at=at)
    return case


def assigned(cast, *, at: datetime = AT, mediator: Mediator | None = None, **given) -> Case:
    case = accepted(cast, at=at, **given)
    actions.assign_case(case, by=cast.zheng, at=at, mediator=mediator or Mediator.objects.get(user=cast.feng))
    return case


def mediating(cast, *, at: datetime = AT, **given) -> Case:
    case = assigned(cast, at=at, **given)
    actions.hold_session(case, by=cast.feng, at=at, held_at=at, place="调解室", participants="双方当事人",
                         record="双方陈述了事实。")
    return case


def agreed(cast, *, at: datetime = AT, **given) -> Case:
    case = mediating(cast, at=at, **given)
    actions.agree_case(case, by=cast.feng, at=at, agreement_form="oral", agreement="楼上三日内修好。")
    return case


def failed(cast, *, at: datetime = AT, **given) -> Case:
    case = mediating(cast, at=at, **given)
    actions.fail_case(case, by=cast.feng, at=at, failed_reason="refused", advice="已告知可以向法院起诉。")
    return case


def refused(cast, *, at: datetime = AT, **given) -> Case:
    case = registered(cast, at=at, **given)
    actions.refuse_case(case, by=cast.wu, at=at, code="in_court", reason="已由法院受理。")
    return case


def joined(cast, *, at: datetime = AT, **given) -> Case:
    """The same dispute, sent by the petition office too."""
    main = registered(cast, at=at, **given)
    case = registered(cast, at=at, **{"source": "petition", "external_ref": "XF2026-9", **given})
    actions.join_case(case, by=cast.wu, at=at, into=main)
    return case


def offered(cast, *, at: datetime = AT, to: MediationOrg | None = None, case: Case | None = None, **given) -> Case:
    """Taken on here, then offered to the committee of the other town, or to `to`."""
    case = case or accepted(cast, at=at, **given)
    to = to or MediationOrg.objects.get(area__code="510116002001")
    transfers.transfer_case(case, by=cast.wu, at=at, kind="refer", to_org=to, reason="当事人均居住在该社区。",
                            documents="申请书\n调解记录")
    return case


def offered_outside(cast, *, at: datetime = AT, case: Case | None = None, **given) -> Case:
    """The same, to the court."""
    case = case or accepted(cast, at=at, **given)
    transfers.transfer_case(case, by=cast.wu, at=at, kind="refer", body="court", body_name="区人民法院",
                            channel="judicial", reason="一方已起诉。")
    return case


def moved(cast, *, at: datetime = AT, **given) -> Case:
    case = offered_outside(cast, at=at, **given)
    transfers.move_out_case(case, by=cast.wu, at=at, external_number="（2026）川0116民初1号")
    return case


STAGES = {"registered": registered, "accepted": accepted, "assigned": assigned, "mediating": mediating,
          "agreed": agreed, "failed": failed, "not_accepted": refused, "joined": joined, "transferred": offered,
          "moved": moved}


def open_for(user, case: Case) -> Case:
    """A manager or an auditor has said today why they open the case."""
    openings.open_case(case, by=user, at=AT, purpose="案件质量抽查")
    return case


def someone(username: str, role: Role, area) -> User:
    """One more person with a post."""
    user = User(username=username, name=f"{username}某", must_change_password=False)
    user.set_unusable_password()
    user.save()
    Post.objects.create(user=user, role=role, area=area, valid_from=date(2010, 1, 1))
    return user
