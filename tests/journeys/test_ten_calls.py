"""Ten calls of one morning, taken down by the keyboard: what real people wrote to the mayor of another city is said on
the telephone, and each ends as it should. Then the offices see what is theirs, and nobody sees who called."""

import re

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.shared import shared

from .steps import is_closed_to, number_on, rings, waits_for
from .telephone import DESK, NEW, Keys, focus_is_on

MESSAGES = shared("citizen-messages-495.xlsx")
pytestmark = pytest.mark.skipif(MESSAGES is None, reason="the 495 messages of citizens are not here")

HEATING, BUILT, BUILT_AGAIN, POWER, POWER_TOO, HOSPITAL, HELD, CROWDED, DEPOT, CUT_OFF = (
    4055, 19040, 19234, 1110, 1440, 165619, 6196, 3607, 42786, 138263)
OWNER, TENANT, FLAT, FLAT_TOO, FATHER, FRIEND, EMPLOYEE = (f"1390013901{n}" for n in range(7))
HERE = "五洞桥社区"
TICKET = re.compile(r"RX\d{8}")


@pytest.fixture(scope="module")
def said() -> dict[int, str]:
    """The words of each message by its number, without the spaces that they were laid out with."""
    found = {}
    for number, _user, _subject, _at, words, *_ in openpyxl.load_workbook(MESSAGES, read_only=True).active.iter_rows(
            min_row=2, values_only=True):
        if number is None:  # the sheet goes on, empty, for 64,000 rows
            break
        found[number] = "".join(words.split())
    return found


class Morning:
    """Calls that come to the agent, one after the other."""

    def __init__(self, agent: Page, pbx, said: dict[int, str]):
        self.page, self.pbx, self.said, self.keys = agent, pbx, said, Keys(agent)
        self.tickets: dict[int, str] = {}

    def rings(self, message: int, phone: str = "", words: str = "") -> None:
        """It rings and is taken; the caller says what it is about."""
        self.message = message
        self.pbx("ring", f"ten-{message}", **{"from": phone, "to": "83721000"})
        known = f"{phone[:3]}****{phone[-4:]} 来电" if phone else "未显示号码 来电"
        expect(self.page.locator(".ringing__call")).to_contain_text(known)
        self.keys.press("t")
        self.page.wait_for_url(f"**{NEW}?call=*")
        if not phone:
            focus_is_on(self.page, "phone")
            self.page.locator("[name=content]").focus()
        focus_is_on(self.page, "content")
        self.keys.type(words or self.said[message])

    def at(self, place: str, category: str) -> None:
        """Where it is, and of which kind, by letters of its name."""
        self.keys.press("Tab")
        self.keys.type(place)
        self.keys.press("Tab", "Tab")
        self.keys.type(category)
        self.keys.press("Enter")
        expect(self.page.locator("[name=category] option:checked")).to_contain_text(category)

    def ends(self, key: str, says: str) -> None:
        self.keys.press(key)
        self.has_ended(says)

    def has_ended(self, says: str) -> None:
        """Stored: the desk says what became of it."""
        self.page.wait_for_url(f"**{DESK}")
        told = self.page.locator(".message--success")
        expect(told).to_contain_text(says)
        self.tickets[self.message] = TICKET.search(told.inner_text()).group()
        self.pbx("end", f"ten-{self.message}")


def test_ten_calls(agent, pbx, said, browser_page):
    morning = Morning(agent, pbx, said)
    answered_from_the_knowledge_base(morning)
    sent_and_asked_again(morning)
    two_of_one_house(morning)
    to_mediation(morning)
    told_to_call_110(morning)
    anonymous_and_decided_later(morning)
    secret(morning)
    cut_off(morning)
    the_agent_sees_all_ten(morning)
    the_offices_see_what_is_theirs(morning, browser_page)
    the_supervisor_sees_the_day(morning, browser_page)


def answered_from_the_knowledge_base(morning: Morning) -> None:
    """The article appears while the question is being taken down, and becomes the answer."""
    morning.rings(HEATING, OWNER)
    article = morning.page.locator("[data-panel=hints] li", has_text="冬天供暖怎么收费")
    article.get_by_role("button", name="用作答复").press("Enter")
    expect(morning.page.locator("[name=answer]")).to_have_value(re.compile("本地没有城市集中供热"))
    focus_is_on(morning.page, "answer")
    morning.ends("F2", "直接答复")


def sent_and_asked_again(morning: Morning) -> None:
    """It is sent; the same person calls again about it, and it stays one matter."""
    morning.rings(BUILT, TENANT)
    morning.at(f"{HERE}开元路和通超市", "其他事项")
    morning.ends("F4", "派单")

    morning.rings(BUILT_AGAIN, TENANT)
    before = morning.page.locator("[data-panel=caller] li", has_text=morning.tickets[BUILT])
    expect(before).to_contain_text("承办中")
    before.get_by_role("button", name="同一事项").press("Enter")
    morning.has_ended("并入已有工单")


def two_of_one_house(morning: Morning) -> None:
    """Two neighbours, one power cut: the second is told to be the same by what they say, and joins it."""
    morning.rings(POWER, FLAT)
    morning.at(f"{HERE}万家丽路锦楚国际星城三期", "报修求助")
    morning.ends("F4", "派单")

    morning.rings(POWER_TOO, FLAT_TOO)
    morning.keys.press("Tab")
    morning.keys.type(f"{HERE}朝晖路锦楚国际星城三期")
    expect(morning.page.locator("[data-panel=caller]")).to_contain_text("首次来电")
    same = morning.page.locator("[data-panel=hints] li", has_text=morning.tickets[POWER])
    same.get_by_role("button", name="同一事件，并入").press("Enter")
    morning.has_ended("派单")


def to_mediation(morning: Morning) -> None:
    """A dispute with a hospital; the first F8 shows what mediation wants to know."""
    morning.rings(HOSPITAL, FATHER)
    morning.keys.press("Tab")
    morning.keys.type(f"{HERE}儿童医院")
    morning.keys.press("F8")
    focus_is_on(morning.page, "dispute")
    morning.keys.press("Shift+Tab")
    morning.keys.type("医疗损害")
    morning.keys.press("Enter")
    morning.keys.press("ArrowDown")
    expect(morning.page.locator("[name=dispute] option:checked")).to_contain_text("医疗损害")
    morning.keys.press("Tab")
    morning.keys.type("患儿术后抢救费用争议")
    morning.ends("F8", "转调解")


def told_to_call_110(morning: Morning) -> None:
    """Somebody is being held: the number is said first, and nothing waits in a queue."""
    morning.rings(HELD, FRIEND)
    morning.keys.press("F9")
    focus_is_on(morning.page, "emergency")
    morning.keys.press("Space")
    expect(morning.page.locator("[name=emergency]:checked")).to_have_value("call-110")
    morning.ends("F9", "已告知紧急电话")


def anonymous_and_decided_later(morning: Morning) -> None:
    """Without a number; the agent looks into it first, and finds it among what is to be decided."""
    morning.rings(CROWDED)
    morning.keys.press("Shift+Tab", "ArrowRight", "ArrowRight")
    expect(morning.page.locator("[name=known]:checked")).to_have_value("anonymous")
    morning.keys.press("Tab")
    morning.at(f"{HERE}黄谷路368号山水嘉园", "违规群租")
    morning.page.get_by_role("button", name="稍后处理").press("Enter")
    morning.has_ended("稍后处理")

    page = morning.page
    page.locator(".table--queue a", has_text="山水嘉园1栋三单元").press("Enter")
    expect(page.locator("main")).to_contain_text("匿名")
    page.get_by_role("link", name="派单").press("Enter")
    page.wait_for_url("**/dispatch/")
    page.locator("main form[method=post] button.button--primary").press("Enter")
    expect(page.locator(".message--success")).to_be_visible()
    page.goto(DESK)


def secret(morning: Morning) -> None:
    """An employee who is afraid for the work: the number is kept, and stays with the hotline."""
    morning.rings(DEPOT, EMPLOYEE)
    morning.keys.press("Shift+Tab", "ArrowRight")
    expect(morning.page.locator("[name=known]:checked")).to_have_value("secret")
    morning.keys.press("Tab")
    morning.at(f"{HERE}吉利西路36号", "电气线路隐患")
    morning.ends("F4", "派单")


def cut_off(morning: Morning) -> None:
    """A few words, then silence, and no number to call back."""
    morning.rings(CUT_OFF, words=morning.said[CUT_OFF][:19])
    morning.keys.press("F10")
    focus_is_on(morning.page, "invalid_as")
    morning.keys.press("ArrowRight", "ArrowRight")
    expect(morning.page.locator("[name=invalid_as]:checked")).to_have_value("hung-up")
    morning.ends("F10", "无效来电")


def the_agent_sees_all_ten(morning: Morning) -> None:
    """Newest first among what she took down; who called is masked."""
    page = morning.page
    page.goto(f"{DESK}?tab=mine")
    rows = page.locator(".table--queue tbody tr")
    states = {HEATING: "直接答复", BUILT: "承办中", BUILT_AGAIN: "重复工单", POWER: "承办中", POWER_TOO: "承办中",
              HOSPITAL: "承办中", HELD: "直接答复", CROWDED: "承办中", DEPOT: "承办中", CUT_OFF: "无效"}
    for place, (message, number) in enumerate(reversed(morning.tickets.items())):
        expect(rows.nth(place)).to_contain_text(number)
        expect(rows.nth(place)).to_contain_text(states[message])


def the_offices_see_what_is_theirs(morning: Morning, browser_page) -> None:
    """The workstation has four matters of five calls, the mediators one; nobody of them learns who called."""
    page, station, clerk = morning.page, browser_page("station"), browser_page("clerk")
    sent = {message: incident_of(page, morning.tickets[message]) for message in (BUILT, POWER, CROWDED, DEPOT)}
    assert incident_of(page, morning.tickets[POWER_TOO]) == sent[POWER], "two calls, one power cut"
    for message, number in sent.items():
        waits_for(station, number)
        station.locator(".table--queue tr", has_text=number).get_by_role("link").first.click()
        expect(station.locator("main")).to_contain_text(morning.said[message][:60])
        names_nobody(station)
    rings(station, sent[BUILT], "来电人在等待答复")
    waits_for(clerk, "患儿术后抢救费用争议")
    clerk.get_by_role("link", name="患儿术后抢救费用争议").first.click()
    expect(clerk.locator("main")).to_contain_text(morning.tickets[HOSPITAL])
    names_nobody(clerk)
    is_closed_to(station, open_ticket(page, morning.tickets[DEPOT]), "403")
    expect(page.locator("main")).to_contain_text("保密")
    expect(page.locator("main")).to_contain_text("139****")
    names_nobody(page)


def the_supervisor_sees_the_day(morning: Morning, browser_page) -> None:
    lead = browser_page("hotline_lead")
    lead.goto("/hotline/wall/")
    answered = lead.locator(".wall__cell", has_text="今日接听").locator(".wall__figure")
    assert int(re.match(r"\d+", answered.inner_text()).group()) >= len(morning.tickets)
    names_nobody(lead)


def open_ticket(page: Page, number: str) -> str:
    """The address of a ticket that the agent took down."""
    page.goto(f"{DESK}?tab=mine")
    page.locator(".table--queue tr", has_text=number).get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/hotline/tickets/\d+/$"))
    return page.url


def incident_of(page: Page, number: str) -> str:
    open_ticket(page, number)
    return number_on(page)


def names_nobody(page: Page) -> None:
    for phone in (OWNER, TENANT, FLAT, FLAT_TOO, FATHER, FRIEND, EMPLOYEE):
        expect(page.locator("body")).not_to_contain_text(phone)
