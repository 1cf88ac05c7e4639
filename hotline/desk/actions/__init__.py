"""All that happens at the telephones. Each act takes `by` (the telephone system: none) and `at`."""

from .calls import answer_call, end_call, miss_call, ring
from .shifts import begin_shift, end_forgotten, end_shift, pause_shift, resume_shift
from .taking import End, take_down

__all__ = ["End", "answer_call", "begin_shift", "end_call", "end_forgotten", "end_shift", "miss_call", "pause_shift",
           "resume_shift", "ring", "take_down"]
