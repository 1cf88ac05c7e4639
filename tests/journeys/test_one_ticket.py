"""One ticket by everybody who has it in hand: the call, the workstation, the office on its phone, the supervisor who
sends the reply back, the caller who is not satisfied, and everything once more until it is closed."""

import re

from playwright.sync_api import Page, expect

from .steps import TOWN_OFFICE, begin, do, is_closed_to, is_done, rings, state_is, timeline_has, waits_for
from .telephone import DESK, NEW, Keys

PHONE, NAME = "13700137021", "龙女士"
WORDS = "河堤步道的三盏路灯都不亮，老人晚上摔了一跤"
ACCIDENT = f"{WORDS}，我的电话是{PHONE}"


def test_one_ticket_from_the_call_to_its_end(agent, pbx, browser_page, photo):
    lead, offices = browser_page("hotline_lead"), Offices(browser_page, photo)
    number = taken_down(agent, pbx)
    ticket = found(agent, "mine", number)
    offices.have(incident_on(agent))

    # The office writes something; the supervisor reads it before the caller does.
    offices.settle("已受理，将尽快处理。", "路灯修复中")
    assert found(lead, "review", number) == ticket
    rings(lead, number, "待审核")
    do(lead, ticket, "send-back", reason="没有说修好没有，请修复后再回复")
    state_is(lead, "返工办理")
    offices.are_asked("没有说修好没有")
    offices.settle_again("三盏路灯的灯头已更换。")
    review(lead, ticket, number, "三盏路灯的灯头已更换，今晚可以亮。")

    # Asked in the evening, the caller says that one is still dark; the supervisor sends it out once more.
    called_back(agent, ticket, number, satisfaction="unsatisfied", note=f"{NAME}说最里面那盏还是不亮，电话{PHONE}")
    state_is(agent, "已退回热线")
    expect(agent.locator("main")).to_contain_text("由热线班长决定")
    assert agent.locator("main a[href$='/dispatch/']").count() == 0
    do(lead, ticket, "dispatch", note="最里面那盏还是不亮")
    state_is(lead, "返工办理")
    offices.have(incident_on(lead))
    offices.settle("线路接头已重做，三盏均已点亮。", "夜里去看过，都亮了")
    review(lead, ticket, number, "")

    called_back(agent, ticket, number, satisfaction="satisfied", note="谢谢，都亮了")
    state_is(agent, "已办结")
    expect(agent.locator("main")).to_contain_text("满意 · 谢谢，都亮了")
    timeline_has(agent, "登记", "派单", "承办单位回复", "退回重办", "承办单位回复", "回复审核通过", "登记回访", "派单",
                 "承办单位回复", "回复审核通过", "登记回访")
    offices.never_learned_who_called(ticket)


def taken_down(agent: Page, pbx) -> str:
    """Said with name and number, and that of the community; sent with F4."""
    pbx("ring", "one", **{"from": PHONE, "to": "83721000"})
    keys = Keys(agent)
    expect(agent.locator(".ringing__call")).to_be_visible()
    keys.press("t")
    agent.wait_for_url(f"**{NEW}?call=*")
    agent.locator("[name=name]").fill(NAME)
    agent.locator("[name=content]").fill(ACCIDENT)
    agent.locator("[name=place]").fill("五洞桥社区河堤步道")
    agent.locator("[data-category] input[type=search]").fill("路灯不亮")
    keys.press("Enter", "F4")
    agent.wait_for_url(f"**{DESK}")
    pbx("end", "one")
    return re.search(r"RX\d{8}", agent.locator(".message--success").inner_text()).group()


def found(page: Page, tab: str, number: str) -> str:
    """Open the ticket from a tab of the desk; its address."""
    page.goto(f"{DESK}?tab={tab}")
    page.locator(".table--queue tr", has_text=number).get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/hotline/tickets/\d+/$"))
    return page.url


def incident_on(page: Page) -> str:
    """The number of the incident that the page of a ticket names."""
    return re.search(r"SJ\d{8}", page.locator("main").inner_text()).group()


def review(lead: Page, ticket: str, number: str, answer: str) -> None:
    assert found(lead, "review", number) == ticket
    do(lead, ticket, "review", **({"answer": answer} if answer else {}))
    state_is(lead, "待回访")


def called_back(agent: Page, ticket: str, number: str, **said) -> None:
    assert found(agent, "call-back", number) == ticket
    begin(agent, ticket, "call-back", result="reached", **said)
    agent.get_by_role("button", name="保存", exact=True).click()
    is_done(agent, ticket)


class Offices:
    """The workstation and the town at their desks; the grid worker and the office in the street, with their phones."""

    def __init__(self, browser_page, photo):
        self.station, self.subcenter = browser_page("station"), browser_page("subcenter")
        self.worker, self.handler = browser_page("worker", "phone"), browser_page("handler", "phone")
        self.photo = photo

    def have(self, number: str) -> None:
        """It waits at the workstation, which knows where the walk by the river is."""
        self.number = number
        waits_for(self.station, number)
        self.station.locator(".table--queue tr", has_text=number).get_by_role("link").first.click()
        self.station.wait_for_url(re.compile(r"/incidents/\d+/$"))
        self.matter = self.station.url
        self.station.goto(f"{self.matter}locate/")
        grid = self.station.locator("[name=grid] option", has_text="五洞桥社区第1网格").get_attribute("value")
        do(self.station, self.matter, "locate", grid=grid)

    def settle(self, reply: str, seen: str) -> None:
        do(self.station, self.matter, "accept", note="属实")
        do(self.station, self.matter, "escalate", reason="需综合执法队处置")
        self.settle_again(reply, seen)

    def settle_again(self, reply: str, seen: str = "") -> None:
        """Dispatched, done in the street, looked at by the worker of the grid, closed."""
        waits_for(self.subcenter, self.number)
        do(self.subcenter, self.matter, "assign", department=TOWN_OFFICE, note="请今日处理")
        waits_for(self.handler, self.number)
        do(self.handler, self.matter, "sign")
        do(self.handler, self.matter, "resolve", reply=reply, photos=[self.photo(colour="olive")])
        do(self.worker, self.matter, "verify", note=seen)
        do(self.subcenter, self.matter, "close")

    def are_asked(self, why: str) -> None:
        self.subcenter.goto(self.matter)
        expect(self.subcenter.locator("main")).to_contain_text(why)

    def never_learned_who_called(self, ticket: str) -> None:
        for page in (self.station, self.subcenter, self.handler, self.worker):
            page.goto(self.matter)
            for secret in (PHONE, NAME):
                expect(page.locator("body")).not_to_contain_text(secret)
            is_closed_to(page, ticket, "403")
