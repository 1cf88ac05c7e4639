"""All that can befall a request about own data."""

from .answering import answer, fetch, hand_word, opens, withdraw
from .asking import ask, take
from .deciding import carry_out, grant, refer, refuse
from .identifying import identify
from .moving import RequestMoved, check
from .timing import extend, strike

__all__ = ["RequestMoved", "answer", "ask", "carry_out", "check", "extend", "fetch", "grant", "hand_word", "identify",
           "opens", "refer", "refuse", "strike", "take", "withdraw"]
