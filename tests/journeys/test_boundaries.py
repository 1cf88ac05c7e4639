"""A grid is split on the map: drawn, looked at, planned, called off."""

from playwright.sync_api import expect

OUTLINES = """async () => {
    const element = document.querySelector("[data-change-map]");
    const {features} = await (await fetch(element.dataset.outlines)).json();
    const points = features[0].geometry.coordinates.flat(features[0].geometry.type === "Polygon" ? 1 : 2);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return [Math.min(...xs), Math.max(...xs), (Math.min(...ys) + Math.max(...ys)) / 2];
}"""


def test_a_split_is_drawn_planned_and_called_off(browser_page):
    page = browser_page("subcenter", "desk")
    page.goto("/grids/changes/new/")
    page.get_by_label("网格所在社区").select_option(index=2)
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_label("分割线")).to_be_hidden()  # nobody has said that it is a split
    page.get_by_text("拆分", exact=True).click()
    page.locator(".chip", has_text="第1网格").click()

    line = page.get_by_label("分割线")
    page.locator("[data-change-map]").click(position={"x": 300, "y": 30})
    expect(line).not_to_have_value("")
    page.get_by_role("button", name="撤回一点").click()
    expect(line).to_have_value("")

    west, east, middle = page.evaluate(OUTLINES)
    line.fill(f"{west - 0.01},{middle} {east + 0.01},{middle}")
    day = page.evaluate("new Date(Date.now() + 30 * 86400e3).toISOString().slice(0, 10)")
    page.get_by_label("起始日期").fill(day)
    page.get_by_label("理由").fill("户数超过上限")
    page.get_by_role("button", name="预览").click()
    expect(page.get_by_text("未办结事项去向")).to_be_visible()
    expect(page.get_by_label("网格员账号")).not_to_have_count(0)

    page.get_by_role("button", name="确定调整").click()
    expect(page.get_by_text("方案已保存，到期自动执行。")).to_be_visible()
    page.get_by_role("link", name="撤销调整").click()
    page.get_by_role("button", name="撤销调整").click()
    expect(page.get_by_text("已撤销，不作调整。")).to_be_visible()
