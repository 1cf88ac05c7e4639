"""All that a centre's manager may write about the network, and a mediator about themselves."""

from .hours import close_days, keep_window, open_days
from .mediators import add, declare, remove, withdraw_ground
from .meetings import check_open, decide, drop, extend, finish, hold, reopen
from .registers import StillNeeded, keep, needed_by, restore, retire

__all__ = ["StillNeeded", "add", "check_open", "close_days", "decide", "declare", "drop", "extend", "finish", "hold",
           "keep", "keep_window", "needed_by", "open_days", "remove", "reopen", "restore", "retire", 
           "withdraw_ground"]
