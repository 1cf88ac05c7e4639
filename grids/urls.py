"""/grids/"""

app_name = "grids"
urlpatterns = []
