"""What the tests of requests about own data say in one line: `asking.tell("identified", kind="access")`."""

import uuid
from datetime import datetime, timedelta

from shuangliu.subjects import actions
from shuangliu.subjects.models import SubjectRequest
from tests.conftest import NOW
from tests.residents.story import LUO, Homes

PHONE = "13800138000"
PATH = ["received", "identified", "decided", "carried_out", "answered"]


class Asking:
    """罗永贵, a resident of 棠湖社区, and what he asks. Xie checks who he is, An decides."""

    def __init__(self, cast, at: datetime = NOW):
        self.cast, self.at, self.homes = cast, at, Homes(cast)

    def later(self, **more) -> datetime:
        self.at += timedelta(**(more or {"minutes": 10}))
        return self.at

    def ask(self, kind="access", **more) -> SubjectRequest:
        given = {"desk": "counter", "area_key": self.cast.community.key, "phone": PHONE, **more}
        return actions.ask(at=self.later(), uuid=uuid.uuid4(), kind=kind, **given)[0]

    def identify(self, asked, **more) -> SubjectRequest:
        given = {"how": "counter", "name": "罗永贵", "document": "111", "id_number": LUO, "phone": PHONE,
                 "is_phone_proven": True, "seen_document": "111", "seen_last": LUO[-4:], **more}
        return actions.identify(asked, by=given.pop("by", self.cast.xie), at=self.later(), **given)

    def grant(self, asked, by=None, left_out=None, **more) -> SubjectRequest:
        return actions.grant(asked, by=by or self.cast.an, at=self.later(), left_out=left_out or {}, **more)

    def tell(self, state="received", kind="access", **more) -> SubjectRequest:
        """A request that has come so far."""
        asked = self.ask(kind, **more)
        if state == "withdrawn":
            return actions.withdraw(asked, by=None, at=self.later())
        if state == "received":
            return asked
        self.identify(asked)
        if state == "refused":
            return actions.refuse(asked, by=self.cast.an, at=self.later(), ground="kept", reason="法律要求保存。")
        if state in ("decided", "carried_out", "answered"):
            self.grant(asked)
        if state in ("carried_out", "answered") and asked.state == "decided":
            actions.carry_out(asked, by=self.cast.xie, at=self.later(), note="已更正")
        if state == "answered":
            actions.answer(asked, by=self.cast.xie, at=self.later(), answer="已办理。")
        return asked
