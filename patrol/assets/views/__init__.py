from .acts import ACT_VIEWS, camera_correct, camera_register
from .cameras import camera_detail, camera_gaps, camera_list, camera_map
from .imports import camera_import
from .neighbours import neighbour_confirm, neighbour_correct, neighbour_detail, neighbour_list, neighbour_write

__all__ = ["ACT_VIEWS", "camera_correct", "camera_detail", "camera_gaps", "camera_import", "camera_list", "camera_map",
           "camera_register", "neighbour_confirm", "neighbour_correct", "neighbour_detail", "neighbour_list",
           "neighbour_write"]
