from .acts import ACT_VIEWS
from .detail import agreement_detail, agreement_print
from .lists import agreement_duties, agreement_list
from .new import agreement_draft
from .parts import agreement_mark, agreement_settle
from .results import agreement_results, agreement_results_export

__all__ = ["ACT_VIEWS", "agreement_detail", "agreement_draft", "agreement_duties", "agreement_list", "agreement_mark",
           "agreement_print", "agreement_results", "agreement_results_export", "agreement_settle"]
