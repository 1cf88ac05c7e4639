"""/indicators/"""

app_name = "indicators"
urlpatterns = []
