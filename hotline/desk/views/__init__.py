from .calls import call_caller, call_hints, call_new
from .desk import desk
from .landmarks import call_landmarks
from .ringing import call_ring, call_ringing
from .shifts import shift_begin, shift_end, shift_pause, shift_resume
from .wall import wall

__all__ = ["call_caller", "call_hints", "call_landmarks", "call_new", "call_ring", "call_ringing", "desk",
           "shift_begin", "shift_end", "shift_pause", "shift_resume", "wall"]
