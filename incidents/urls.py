"""/incidents/"""

app_name = "incidents"
urlpatterns = []
