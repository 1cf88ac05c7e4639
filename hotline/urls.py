"""/hotline/"""

from django.urls import include, path

from shuangliu.protection.views import reveal_view

from . import views
from .desk import views as desk
from .guard import views as guard
from .models import Ticket
from .open311.publishing import ticket_publish
from .portal import sign_desk as signs

app_name = "hotline"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("calls/new/", desk.call_new, name="call-new"),
    path("calls/caller/", desk.call_caller, name="call-caller"),
    path("calls/hints/", desk.call_hints, name="call-hints"),
    path("calls/landmarks/", desk.call_landmarks, name="call-landmarks"),
    path("calls/ring/", desk.call_ring, name="call-ring"),
    path("calls/ringing/", desk.call_ringing, name="call-ringing"),
    path("shifts/begin/", desk.shift_begin, name="shift-begin"),
    path("shifts/pause/", desk.shift_pause, name="shift-pause"),
    path("shifts/resume/", desk.shift_resume, name="shift-resume"),
    path("shifts/end/", desk.shift_end, name="shift-end"),
    path("wall/", desk.wall, name="wall"),
    path("knowledge/", include("hotline.knowledge.urls")),
    path("voices/", include("hotline.voices.urls")),
    path("tickets/<int:pk>/publish/", ticket_publish, name="ticket-publish"),
    path("tickets/<int:pk>/reveal/", reveal_view(Ticket), name="ticket-reveal"),
    path("tickets/<int:pk>/hidden/", guard.ticket_hidden, name="ticket-hidden"),
    path("blocks/", guard.block_list, name="block-list"),
    path("blocks/<int:pk>/lift/", guard.block_lift, name="block-lift"),
    path("signs/", signs.sign_list, name="sign-list"),
    path("signs/<int:pk>/remove/", signs.sign_remove, name="sign-remove"),
    path("tickets/", views.ticket_list, name="ticket-list"),
    path("tickets/search/", views.ticket_search, name="ticket-search"),
    path("tickets/export/", views.ticket_export, name="ticket-export"),
    path("tickets/filters/", views.ticket_filters, name="ticket-list-filters"),
    path("tickets/filters/counts/", views.ticket_filter_counts, name="ticket-list-counts"),
    path("tickets/filters/<int:pk>/", views.ticket_filter, name="ticket-list-filter"),
    path("tickets/<int:pk>/", views.ticket_detail, name="ticket-detail"),
    path("tickets/<int:pk>/circular/", views.ticket_circular, name="ticket-circular"),
    *(path(f"tickets/<int:pk>/{act}/", view, name=f"ticket-{act}") for act, view in views.ACT_VIEWS.items()),
    path("call-backs/", views.call_backs, name="call-backs"),
    path("quality/", views.quality_list, name="quality-list"),
    path("quality/<int:pk>/", views.quality_detail, name="quality-detail"),
]
