from .detail import shift_detail

__all__ = ["shift_detail"]
