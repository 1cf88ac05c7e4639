"""All that can befall a shift, one act each. Actor and time come in as keywords; an act that the state does not allow
raises ShiftMoved."""

from ..moving import ShiftMoved
from .checking_in import check_in, finish
from .planning import cancel, correct, plan, publish, staff
from .watching import watch

__all__ = ["ShiftMoved", "cancel", "check_in", "correct", "finish", "plan", "publish", "staff", "watch"]
