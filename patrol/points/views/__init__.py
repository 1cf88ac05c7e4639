from .acts import point_close, point_correct, point_register, point_sign
from .lists import point_detail, point_list
from .sheet import point_sheet

__all__ = ["point_close", "point_correct", "point_detail", "point_list", "point_register", "point_sheet", "point_sign"]
