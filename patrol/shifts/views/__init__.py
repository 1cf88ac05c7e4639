from .acting import shift_cancel, shift_correct, shift_new, shift_publish, shift_staff
from .detail import shift_detail
from .lists import shift_list

__all__ = ["shift_cancel", "shift_correct", "shift_detail", "shift_list", "shift_new", "shift_publish", "shift_staff"]
