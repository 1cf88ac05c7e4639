"""/mediation/"""

app_name = "mediation"
urlpatterns = []
