from .exports import export_ask, export_decide, export_detail, export_fetch, export_list
from .looks import look_search
from .reveals import reveal_hide, reveal_list, reveal_view

__all__ = ["export_ask", "export_decide", "export_detail", "export_fetch", "export_list", "look_search",
           "reveal_hide", "reveal_list", "reveal_view"]
