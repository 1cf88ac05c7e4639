"""The product's own settings, with the floors mounted beside its pages."""

from shuangliu.settings import *  # noqa: F403
from shuangliu.settings import BASE_DIR, STORAGES, TEMPLATES

ROOT_URLCONF = "bench.urls"
# A plain engine, which knows nothing of ours.
TEMPLATES.append({
    "NAME": "bare",
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [BASE_DIR / "bench" / "templates"],
})
# Addresses of assets without building them first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
# Everything comes from one address, and no browser works.
GUARD_LIMITS = dict.fromkeys(("portal.submit.address", "portal.sum.address", "portal.near.address",
                              "open311.read.address"), "1000000/1s")
PUZZLE_BITS = 0
