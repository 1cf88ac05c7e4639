"""The acts of the register: `register`, `correct`, `confirm`, `move_in`, `move_out`, `merge`, `unmerge`."""

from .entering import AlreadyThere, confirm, correct, register
from .merging import merge, unmerge
from .moving import move_in, move_out

__all__ = ["AlreadyThere", "confirm", "correct", "merge", "move_in", "move_out", "register", "unmerge"]
