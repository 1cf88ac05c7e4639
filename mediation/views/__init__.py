"""The pages of /mediation/."""

from .acts import (
    case_accept,
    case_agree,
    case_assign,
    case_fail,
    case_reassign,
    case_refuse,
    case_reveal,
    case_session,
)
from .detail import case_detail
from .export import case_export
from .lists import case_list
from .network import network, network_list
from .register import case_new

__all__ = ["case_accept", "case_agree", "case_assign", "case_detail", "case_export", "case_fail", "case_list",
           "case_new", "case_reassign", "case_refuse", "case_reveal", "case_session", "network", "network_list"]
