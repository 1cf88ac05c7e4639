"""/public/volunteers/"""

from django.urls import path

from . import applying, following, verify

app_name = "volunteers"
urlpatterns = [
    path("", applying.home, name="home"),
    path("apply/", applying.apply, name="apply"),
    path("apply/done/", applying.receipt, name="receipt"),
    path("follow/", following.follow, name="follow"),
    path("follow/own/", following.own, name="own"),
    path("follow/answer/<int:pk>/", following.answer, name="answer"),
    path("follow/certificate/", following.certificate, name="certificate"),
    path("follow/withdraw/", following.withdraw, name="withdraw"),
    path("follow/finish/", following.finish, name="finish"),
    path("verify/", verify.verify, name="verify"),
    path("verify/<str:code>/", verify.verify_code, name="verify-code"),
]
