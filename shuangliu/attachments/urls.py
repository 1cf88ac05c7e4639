"""/attachments/"""

app_name = "attachments"
urlpatterns = []
