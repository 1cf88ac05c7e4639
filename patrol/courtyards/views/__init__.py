from .acts import ACT_VIEWS
from .detail import courtyard_detail, courtyard_dossier
from .lists import courtyard_board, courtyard_export, courtyard_list, courtyard_map
from .money import courtyard_money, courtyard_money_export
from .new import courtyard_new

__all__ = ["ACT_VIEWS", "courtyard_board", "courtyard_detail", "courtyard_dossier", "courtyard_export",
           "courtyard_list", "courtyard_map", "courtyard_money", "courtyard_money_export", "courtyard_new"]
