"""The acts on volunteers (`apply`, `enter`, `verify`, `activate`, `suspend`, `resume`, `refuse`, `withdraw`, `correct`,
`train`, `insure`, `bind`), on teams, on call-ups, and on hours."""

from .calling import answer, call, cancel_call_up
from .entering import activate, apply, correct, enter, refuse, verify
from .hours import certify, refuse_early, verify_hours
from .keeping import bind, insure, resume, suspend, train, withdraw
from .moving import VolunteerMoved, check
from .teams import close_team, edit_team, form_team, join_team, leave_team

__all__ = ["VolunteerMoved", "activate", "answer", "apply", "bind", "call", "cancel_call_up", "certify", "check",
           "close_team", "correct", "edit_team", "enter", "form_team", "insure", "join_team", "leave_team", "refuse",
           "refuse_early", "resume", "suspend", "train", "verify", "verify_hours", "withdraw"]
