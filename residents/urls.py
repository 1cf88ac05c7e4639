"""/residents/: the register, its imports, leases, visits and care."""

app_name = "residents"
urlpatterns = []
