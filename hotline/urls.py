"""/hotline/"""

from django.urls import path

from . import views

app_name = "hotline"
urlpatterns = [
    path("tickets/", views.ticket_list, name="ticket-list"),
    path("tickets/search/", views.ticket_search, name="ticket-search"),
    path("tickets/export/", views.ticket_export, name="ticket-export"),
    path("tickets/filters/", views.ticket_filters, name="ticket-list-filters"),
    path("tickets/filters/counts/", views.ticket_filter_counts, name="ticket-list-counts"),
    path("tickets/filters/<int:pk>/", views.ticket_filter, name="ticket-list-filter"),
    path("tickets/<int:pk>/", views.ticket_detail, name="ticket-detail"),
    *(path(f"tickets/<int:pk>/{act}/", view, name=f"ticket-{act}") for act, view in views.ACT_VIEWS.items()),
    path("call-backs/", views.call_backs, name="call-backs"),
    path("quality/", views.quality_list, name="quality-list"),
    path("quality/<int:pk>/", views.quality_detail, name="quality-detail"),
]
