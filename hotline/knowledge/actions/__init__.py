"""All that can befall an article or a gap."""

from .articles import CONTENT, ArticleMoved, confirm, edit, publish, remember, reopen, restore, use, withdraw, write
from .gaps import GapMoved, answer, drop, note, pass_on

__all__ = ["CONTENT", "ArticleMoved", "GapMoved", "answer", "confirm", "drop", "edit", "note", "pass_on", "publish",
           "remember", "reopen", "restore", "use", "withdraw", "write"]
