from .acts import ACT_VIEWS
from .aid import AID_VIEWS, aid_apply, aid_detail, aid_letter
from .detail import care_detail
from .figures import care_figures
from .lists import care_list, care_search
from .new import care_new
from .tasks import task_detail, task_list

__all__ = ["ACT_VIEWS", "AID_VIEWS", "aid_apply", "aid_detail", "aid_letter", "care_detail", "care_figures",
           "care_list", "care_new", "care_search", "task_detail", "task_list"]
