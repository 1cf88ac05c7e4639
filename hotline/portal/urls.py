"""/public/"""

from django.urls import path

from . import figures, follow, guide, home, map, privacy, report, requests, type_size

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("type/<slug:size>/", type_size.type_size, name="type"),
    path("report/", report.report, name="report"),
    path("report/done/", report.receipt, name="receipt"),
    path("report/near/", report.near, name="near"),
    path("at/<slug:slug>/", report.at, name="at"),
    path("follow/", follow.follow, name="follow"),
    path("follow/ticket/", follow.ticket, name="ticket"),
    path("follow/judge/", follow.judge, name="judge"),
    path("follow/reopen/", follow.reopen, name="reopen"),
    path("follow/remark/", follow.remark, name="remark"),
    path("follow/withdraw/", follow.withdraw, name="withdraw"),
    path("follow/leave/", follow.leave, name="leave"),
    path("nearby/", map.nearby, name="nearby"),
    path("nearby/outlines/", map.outlines, name="outlines"),
    path("guide/", guide.guide, name="guide"),
    path("guide/<slug:code>/", guide.article, name="article"),
    path("figures/", figures.figures, name="figures"),
    path("privacy/", privacy.privacy, name="privacy"),
    path("data/", privacy.processing, name="data"),
    path("privacy/ask/", privacy.ask, name="ask"),
    path("privacy/requests/", requests.request_follow, name="request-follow"),
    path("privacy/requests/one/", requests.request_page, name="request"),
    path("privacy/requests/withdraw/", requests.request_withdraw, name="request-withdraw"),
    path("privacy/requests/complain/", requests.request_complain, name="request-complain"),
    path("privacy/requests/copy/", requests.request_copy, name="request-copy"),
    path("privacy/requests/fetch/", requests.request_fetch, name="request-fetch"),
    path("privacy/requests/letter/", requests.request_letter, name="request-letter"),
    path("privacy/requests/leave/", requests.request_leave, name="request-leave"),
]
