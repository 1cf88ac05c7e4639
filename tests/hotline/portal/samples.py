"""For the house tests: what the pages for the public and against abuse are about."""

from datetime import timedelta

from hotline.guard import blocking
from hotline.models import Sign
from tests.conftest import NOW
from tests.hotline.knowledge.story import Knowledge
from tests.hotline.story import Calls
from tests.incidents.story import Story, make_kinds


def received(cast):
    return Calls(Story(cast, make_kinds())).receive()


def blocked(cast, number=0):
    return blocking.block(by=cast.mu, at=NOW, area=cast.county, reason="广告", until=(NOW + timedelta(days=9)).date(),
                          network=f"203.0.{number}.0/24")


def hung(cast):
    return Sign.objects.create(place="菜市场东门", area=cast.grid, area_key=cast.grid.key, made_by=cast.zhao,
                               made_at=NOW)


SAMPLES = {
    "portal:type": lambda cast: {"size": "large"},
    "portal:article": lambda cast: {"code": Knowledge(cast).article("published", is_public=True).code},
    "portal:at": lambda cast: {"slug": cast.grid.code},
    "hotline:ticket-hidden": received,
    "hotline:block-lift": blocked,
    "hotline:sign-remove": hung,
}


def many_blocks(cast, n):
    for number in range(n):
        blocked(cast, number + n)


LISTS = {"hotline:block-list": ("mu", many_blocks)}
