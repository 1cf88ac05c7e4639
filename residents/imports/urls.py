from django.urls import path

from . import views

urlpatterns = [
    path("", views.import_list, name="import-list"),
    path("upload/", views.import_upload, name="import-upload"),
    path("<int:pk>/", views.import_detail, name="import-detail"),
    path("<int:pk>/check/", views.import_check, name="import-check"),
    path("<int:pk>/sheet/", views.import_sheet, name="import-sheet"),
    path("<int:pk>/decide/", views.import_decide, name="import-decide"),
    path("<int:pk>/carry-out/", views.import_carry_out, name="import-carry-out"),
    path("<int:pk>/undo/", views.import_undo, name="import-undo"),
    path("<int:pk>/drop/", views.import_drop, name="import-drop"),
    path("<int:pk>/marked/", views.import_marked, name="import-marked"),
]
