"""/public/leases/"""

from django.urls import path

from . import filing, following, premises, verify

app_name = "leases"
urlpatterns = [
    path("", filing.home, name="home"),
    path("file/", filing.file, name="file"),
    path("file/done/", filing.receipt, name="receipt"),
    path("follow/", following.follow, name="follow"),
    path("follow/lease/", following.lease, name="lease"),
    path("follow/complete/", following.complete, name="complete"),
    path("follow/ask/", following.ask, name="ask"),
    path("follow/check/", following.check, name="check"),
    path("follow/withdraw/", following.withdraw, name="withdraw"),
    path("follow/leave/", following.leave_entry, name="leave"),
    path("follow/certificate/", following.certificate, name="certificate"),
    path("follow/finish/", following.finish, name="finish"),
    path("verify/", verify.verify, name="verify"),
    path("verify/<str:code>/", verify.verify_code, name="verify-code"),
    path("mine/", premises.mine, name="mine"),
    path("mine/<int:pk>/", premises.own, name="own"),
    path("mine/<int:pk>/certificate/", premises.own_certificate, name="own-certificate"),
    path("mine/premises/<int:pk>/safety/", premises.safety, name="safety"),
]
