from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "shuangliu.pages"
