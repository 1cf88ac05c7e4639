from .acts import ACT_VIEWS
from .counter import subject_receive, subject_take
from .detail import subject_detail
from .figures import subject_figures
from .lists import subject_list
from .papers import subject_hand_word, subject_letter, subject_receipt

__all__ = ["ACT_VIEWS", "subject_detail", "subject_figures", "subject_hand_word", "subject_letter", "subject_list",
           "subject_receipt", "subject_receive", "subject_take"]
