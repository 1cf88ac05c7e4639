"""/hotline/knowledge/"""

from django.urls import path

from .views import articles, gaps, panel

urlpatterns = [
    path("", articles.article_list, name="article-list"),
    path("find/", panel.article_find, name="article-find"),
    path("new/", articles.article_write, name="article-write"),
    path("reviews/", articles.article_reviews, name="article-reviews"),
    path("gaps/", gaps.gap_list, name="gap-list"),
    path("gaps/new/", gaps.gap_note, name="gap-note"),
    path("gaps/<int:pk>/", gaps.gap_detail, name="gap-detail"),
    path("gaps/<int:pk>/answer/", gaps.gap_answer, name="gap-answer"),
    path("gaps/<int:pk>/pass-on/", gaps.gap_pass_on, name="gap-pass-on"),
    path("gaps/<int:pk>/drop/", gaps.gap_drop, name="gap-drop"),
    path("<int:pk>/", articles.article_detail, name="article-detail"),
    path("<int:pk>/edit/", articles.article_edit, name="article-edit"),
    path("<int:pk>/versions/", articles.article_versions, name="article-versions"),
    path("<int:pk>/use/", panel.article_use, name="article-use"),
    path("<int:pk>/restore/", articles.article_restore, name="article-restore"),
    path("<int:pk>/confirm/", articles.article_confirm, name="article-confirm"),
    path("<int:pk>/publish/", articles.article_publish, name="article-publish"),
    path("<int:pk>/withdraw/", articles.article_withdraw, name="article-withdraw"),
    path("<int:pk>/reopen/", articles.article_reopen, name="article-reopen"),
]
