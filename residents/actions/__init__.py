"""The acts of the register, on people (`register`, `correct`, `confirm`, `move_in`, `move_out`, `merge`, `unmerge`,
`add_permit`, `correct_permit`), on homes and on households."""

from .entering import AlreadyThere, confirm, correct, register
from .homes import add_dwellings, check_dwelling, correct_building, correct_dwelling, register_building
from .households import correct_household, form, join, leave, relate, split
from .merging import merge, unmerge
from .moving import move_in, move_out
from .permits import add_permit, correct_permit

__all__ = ["AlreadyThere", "add_dwellings", "add_permit", "check_dwelling", "confirm", "correct", "correct_building",
           "correct_dwelling", "correct_household", "correct_permit", "form", "join", "leave", "merge", "move_in",
           "move_out", "register", "register_building", "relate", "split", "unmerge"]
