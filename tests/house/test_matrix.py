"""Every route x every role x own and foreign area: who gets in is what the route states, nothing else.

Generated from the URLconf: a route without a stated rule, or with parameters and no sample, fails here.
"""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from grids.access import rule_of
from grids.jurisdiction import holds, may
from grids.roles import RIGHTS
from shuangliu.pages.access import ANYONE, BY_TOKEN, SIGNED_IN

from .routes import Route, walk
from .samples import collect

ROUTES = {route.name: route for route in walk()}
SAMPLES = collect()
ROLES = ["wang", "li", "zhao", "sun", "tang", "chen", "zhou", "guo", "qian", "lu", "wu", "zheng", "feng", "he",
         "ma", "min", "mu", "xie", "yan", "an", "luo", "jin", "hong", "nobody"]


@pytest.mark.parametrize("name", ROUTES)
def test_every_route_states_its_rule(name):
    route = ROUTES[name]
    for method in route.methods:
        rule = rule_of(route.view, method)
        assert rule in {ANYONE, BY_TOKEN, SIGNED_IN} or rule in RIGHTS, f"{name} {method}: {rule!r}"


@pytest.mark.parametrize("name", [name for name, route in ROUTES.items() if route.parameters])
def test_every_route_with_parameters_has_a_sample(name):
    assert name in SAMPLES, f"add {name} to tests/<app>/samples.py"


def outcome(status: int) -> str:
    """What the door said: in, sign-in, 403 or 404. Inside, 4xx about input or state still counts as in."""
    known = {302: "in", 401: "sign-in", 403: "403", 404: "404", 405: "no such method"}
    return known.get(status, "in" if status < 500 else "error")


def ask(route: Route, client: Client, method: str, url: str) -> str:
    response = client.generic(method, url, data="{}" if route.is_api else "", content_type="application/json"
                              if route.is_api else "application/x-www-form-urlencoded")
    if response.status_code == 302 and response["Location"].startswith(reverse("accounts:login") + "?"):
        return "sign-in"
    return outcome(response.status_code)


@pytest.mark.parametrize("name", ROUTES)
def test_who_gets_in(name, cast, browser, now):
    route = ROUTES[name]
    made = SAMPLES[name](cast) if route.parameters and name in SAMPLES else {}
    matter = made.pop("matter", None) if isinstance(made, dict) else made
    foreign = made.pop("foreign", []) if isinstance(made, dict) else []
    query = made.pop("query", {}) if isinstance(made, dict) else {}
    parameters = made if isinstance(made, dict) else {"pk": made.pk}
    url = reverse(name, kwargs={key: value for key, value in parameters.items() if key in route.parameters})
    url += "?" + urlencode(query) if query else ""
    wrong = []
    for person in [None, *ROLES]:
        user = getattr(cast, person) if person else None
        client = browser(user)
        for method in route.methods:
            rule = rule_of(route.view, method)
            expected = "404" if person in foreign else expect(rule, user, matter)
            got = ask(route, client, method, url)
            # Past the door, a method that a view does not have is refused before it looks for the matter.
            if got != expected and not (got == "no such method" and expected in {"in", "403", "404"}):
                wrong.append(f"{method} {url} as {person or 'a stranger'}: {got}, not {expected}")
    assert not wrong, "\n".join(wrong)


def expect(rule: str, user, matter) -> str:
    """The door's answer by the stated rule: strangers sign in, readers get 403, foreigners 404. A door for programs
    opens to no person."""
    if rule == ANYONE:
        return "in"
    if rule == BY_TOKEN:
        return "403"
    if user is None:
        return "sign-in"
    if rule != SIGNED_IN and not holds(user, rule):
        return "403"
    if matter is None or not hasattr(type(matter).objects, "visible_to"):
        return "in"
    if not type(matter).objects.visible_to(user).filter(pk=matter.pk).exists():
        return "404"
    return "in" if rule == SIGNED_IN or may(user, rule, matter) else "403"
