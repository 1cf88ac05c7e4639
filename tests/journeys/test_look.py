"""Every page as the browser draws it: nothing wider than the screen, every text readable, targets for thumbs."""

import pytest

PAGES = [
    ("/", "worker"), ("/", "station"), ("/incidents/", "station"), ("/incidents/new/", "worker"), ("/grids/", "county"),
    ("/mediation/cases/", "clerk"), ("/mediation/cases/new/", "clerk"), ("/mediation/", "center"),
    ("/dashboard/", "county"), ("/accounts/password/", "worker"), ("/accounts/login/", None), ("/nowhere/", "worker"),
]

# The contrast of each visible text with the nearest opaque ground behind it, where it is below what WCAG AA asks.
POOR = """() => {
  const channels = (text) => text.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  function ground(element) {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  }
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const poor = [];
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    const text = walk.currentNode.data.trim();
    if (!text || !element.checkVisibility() || element.closest("script, :disabled, [aria-disabled=true]")) continue;
    const style = getComputedStyle(element);
    const [high, low] = [luminance(channels(style.color)), luminance(ground(element))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < least) poor.push(`${text.slice(0, 20)}: ${contrast.toFixed(2)} (${element.className})`);
  }
  return poor;
}"""

# What a finger is meant to hit. Links inside a sentence or a table of figures are read, not aimed at.
SMALL = """() => [...document.querySelectorAll("button, summary, .button, .nav__link, .tabs__link, .field *")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && element.matches("button, summary, a, select, textarea, input:not([type=checkbox], [type=radio])")
    && !element.closest(".leaflet-control, .foot"))
  .map((element) => [element.textContent.trim() || element.name, element.getBoundingClientRect()])
  .filter(([, box]) => box.height && box.height < 40)
  .map(([name, box]) => `${name}: ${Math.round(box.height)} px`)"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("device", ["phone", "desk"])
def test_pages_can_be_read(browser_page, device, theme):
    people, found = {}, {}
    for path, user in PAGES:
        page = people.get(user) or people.setdefault(user, browser_page(user, device, color_scheme=theme))
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the screen"
        found[path, user] = page.evaluate(POOR) + (page.evaluate(SMALL) if device == "phone" else [])
    assert not {where: what for where, what in found.items() if what}
