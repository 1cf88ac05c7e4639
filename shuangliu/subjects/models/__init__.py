"""Tables: requests of people about their own data, what was found of them, and what was done."""

from .findings import SubjectFinding
from .requests import SubjectRequest
from .trail import SubjectMove

__all__ = ["SubjectFinding", "SubjectMove", "SubjectRequest"]
