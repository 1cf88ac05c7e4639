from .check_in import check_in
from .finding import finding_new
from .here import here, here_offline
from .now import shift_now
from .stand_in import shift_check_in, shift_finish
from .today import my_shifts

__all__ = ["check_in", "finding_new", "here", "here_offline", "my_shifts", "shift_check_in", "shift_finish",
           "shift_now"]
