from .acts import ACT_VIEWS
from .calls import call_up_answer, call_up_cancel, call_up_detail, call_up_list, call_up_new
from .detail import volunteer_certify, volunteer_detail, volunteer_enter
from .figures import figures
from .hours import call_up_hours, shift_hours
from .lists import volunteer_export, volunteer_list, volunteer_search
from .own import me, me_answer, me_certificate
from .teams import team_close, team_detail, team_edit, team_form, team_join, team_leave, team_list

__all__ = ["ACT_VIEWS", "call_up_answer", "call_up_cancel", "call_up_detail", "call_up_hours", "call_up_list",
           "call_up_new", "figures", "me", "me_answer", "me_certificate", "shift_hours", "team_close", "team_detail",
           "team_edit", "team_form", "team_join", "team_leave", "team_list", "volunteer_certify", "volunteer_detail",
           "volunteer_enter", "volunteer_export", "volunteer_list", "volunteer_search"]
