"""Prevention: an agreement from its draft to its renewal, and a camera that is out of order and works again."""

import json
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from .steps import TOWN_OFFICE, do, fill, is_closed_to

TODAY = date.today()
SIDES = {"village": ("周国富", "村党委书记"), "police": ("何建军", "社区民警"), "residents": ("杨秀兰", "居民代表"),
         "insurer": ("罗晓燕", "支公司经理")}
# A camera that works in the community of the tour, and the incident of its fault.
CAMERA = """
import json
from grids.jurisdiction import area_q
from grids.models import Post
from patrol.assets.models import Camera
area = Post.objects.get(user__username="station").area
print(json.dumps(Camera.objects.filter(area_q([area]), state="working").order_by("code").values("pk", "code").first()))
"""
INCIDENT = "from patrol.assets.models import Camera; print(Camera.objects.get(pk={pk}).incident_id)"


def asked(product, code: str) -> str:
    """The last line that a piece of code prints."""
    return product.manage("shell", "--no-imports", "-c", code).strip().splitlines()[-1]


def test_an_agreement_is_signed_by_four_claimed_on_and_renewed(browser_page, photo):
    station, leader = browser_page("station", "desk"), browser_page("patrol", "phone")
    agreement = drafted(station)
    assert not station.locator("main a[href$='/activate/']").count(), "nothing is in force without four signatures"
    for side, (name, capacity) in SIDES.items():
        act(station, agreement, "sign", side=side, name=name, capacity=capacity, photos=[photo(f"{side}.jpg")])
    expect(station.locator(".badge").first).to_have_text("四方已签字")
    act(station, agreement, "activate", policy="PQZA20260001")
    expect(station.locator(".badge").first).to_have_text("协议生效中")

    act(station, agreement, "claim", reference="BA20260001", loss="bike", happened_on=TODAY.isoformat(), claimed="1800")
    station.get_by_role("link", name="登记结果").click()
    form = station.locator("main form")
    fill(form, decision="paid", paid="1500")
    form.locator("button.button--primary").click()
    expect(station.locator("main")).to_contain_text("已赔付")

    leader.goto(agreement)  # reads, and learns no name
    expect(leader.locator("main")).to_contain_text("BA20260001")
    expect(leader.locator("main")).to_contain_text("周**")
    expect(leader.locator("main")).not_to_contain_text("周国富")
    is_closed_to(leader, f"{agreement}claim/", "403")

    station.goto(f"{agreement}renew/")
    fill(station.locator("main form"), premium="12000")
    station.locator("main form .action-bar button").click()
    expect(station.locator(".badge").first).to_have_text("草拟中")
    expect(station.locator("main")).to_contain_text("上一份协议")


def drafted(page: Page) -> str:
    """Drafts an agreement with the duties that the county proposes; its address."""
    page.goto("/patrol/agreements/")
    page.get_by_role("link", name="草拟协议").click()
    form = page.locator("main form")
    fill(form, place="5组", households="420", covered="380", insurer="人保财险双流支公司", insures="goods",
         premium="11400", subsidy="3800", fund="2000", cover="3000", starts_on=TODAY.isoformat(),
         ends_on=(TODAY + timedelta(days=364)).isoformat())
    fill(form, insures="bike")
    form.locator(".action-bar button").click()
    expect(page.locator(".message--success")).to_be_visible()
    return page.url


def act(page: Page, agreement: str, deed: str, **answers) -> None:
    page.goto(f"{agreement}{deed}/")
    form = page.locator("main form[enctype]")
    fill(form, **answers)
    form.locator(".action-bar button").first.click()
    page.wait_for_url(agreement)


def test_a_fault_becomes_an_incident_and_its_end_mends_the_camera(browser_page, product):
    leader = browser_page("patrol", "phone")
    station, subcenter, handler = (browser_page(user, "desk") for user in ("station", "subcenter", "handler"))
    camera = json.loads(asked(product, CAMERA))
    page = f"/patrol/cameras/{camera['pk']}/"
    is_closed_to(station, page, "403")

    leader.goto("/patrol/cameras/")
    leader.goto(page)
    leader.get_by_role("link", name="故障报修").click()
    leader.fill("[name=fault]", "断电，指示灯不亮")
    leader.locator("main form .action-bar button").click()
    expect(leader.locator(".badge").first).to_have_text("故障")

    incident = f"{product.url}/incidents/{asked(product, INCIDENT.format(pk=camera['pk']))}/"
    do(station, incident, "accept", note="属实")
    do(station, incident, "escalate", reason="需联系设备单位")
    do(subcenter, incident, "assign", department=TOWN_OFFICE, note="请尽快恢复供电")
    do(handler, incident, "sign")
    do(handler, incident, "resolve", reply="已恢复供电")
    do(station, incident, "verify", note="指示灯已亮")
    leader.goto(page)
    expect(leader.locator(".badge").first).to_have_text("故障")
    do(subcenter, incident, "close")
    leader.reload()
    expect(leader.locator(".badge").first).to_have_text("运行正常")
    expect(leader.locator(".timeline")).to_contain_text("恢复正常")
