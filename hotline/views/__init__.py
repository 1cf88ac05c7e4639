from .detail import ticket_detail

__all__ = ["ticket_detail"]
