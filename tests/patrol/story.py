"""Notes as Wang writes them."""

from uuid import uuid4

from patrol import actions
from patrol.models import Note
from tests.cast import HERE
from tests.conftest import NOW


def note(cast, *, by=None, at=NOW, **more) -> Note:
    given = {"uuid": uuid4(), "kind": "patrol", "text": "巡查楼道，消防通道畅通", "place": "棠湖西路12号",
             "longitude": HERE.longitude, "latitude": HERE.latitude, **more}
    return actions.write_note(by=by or cast.wang, at=at, **given)[0]


def sent_note(**more) -> dict:
    """What the form of a note sends."""
    return {"uuid": str(uuid4()), "kind": "patrol", "text": "巡查楼道，消防通道畅通", "place": "棠湖西路12号", **more}
