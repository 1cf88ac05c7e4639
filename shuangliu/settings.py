"""Settings. Nothing set = the embedded product (SQLite, no services); production speaks by environment.

docs/operations.md lists every variable read here.
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import suites
from shuangliu.privacy.keys import key_from, numbered_keys
from shuangliu.schedule import beat_schedule

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("SHUANGLIU_DATA_DIR", BASE_DIR / "var"))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DATABASE_URL = os.environ.get("DATABASE_URL", "")
REDIS_URL = os.environ.get("REDIS_URL", "")
EMBEDDED = not DATABASE_URL


def yes(name: str, default: bool) -> bool:
    return os.environ.get(name, str(int(default))).lower() in {"1", "true", "yes", "on"}


def listed(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


DEBUG = yes("SHUANGLIU_DEBUG", EMBEDDED)
# In production both keys must be given; embedded, they are made once and kept beside the data.
SECRET_KEY = key_from("SHUANGLIU_SECRET_KEY", DATA_DIR / "secret.key", may_create=EMBEDDED)
FIELD_KEY = key_from("SHUANGLIU_FIELD_KEY", DATA_DIR / "field.key", may_create=EMBEDDED)
# Several keys with numbers, while one takes the place of another (docs/operations.md, "Changing the key").
FIELD_KEYS = numbered_keys("SHUANGLIU_FIELD_KEYS", DATA_DIR / "field.keys", FIELD_KEY)
CRYPTO_SUITE = suites.chosen(os.environ.get("SHUANGLIU_CRYPTO_SUITE", "intl"))
# What the audit log and the ledger of forgetting are signed with: it stays when field keys are changed.
SEAL_KEY = os.environ.get("SHUANGLIU_SEAL_KEY", FIELD_KEY)
ALLOWED_HOSTS = listed("SHUANGLIU_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = listed("SHUANGLIU_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "shuangliu.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # its templates, below ours
    "axes",
    "leaflet",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "shuangliu",
    "shuangliu.accounts",
    "shuangliu.audit",
    "shuangliu.search",
    "shuangliu.pages",
    "shuangliu.deadlines",
    "shuangliu.attachments",
    "shuangliu.indicators",
    "shuangliu.worklists",
    "shuangliu.notices",
    "shuangliu.protection",
    "shuangliu.retention",
    "shuangliu.subjects",
    "grids",
    "residents",
    "mediation",
    "incidents",
    "hotline",
    "patrol",
]

MIDDLEWARE = [
    "shuangliu.pages.proxies.ProxyMiddleware",
    "shuangliu.pages.requests.RequestNumberMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "shuangliu.attachments.middleware.RequestSizeMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "shuangliu.accounts.middleware.IdleTimeoutMiddleware",
    "shuangliu.pages.conflict.ConflictMiddleware",
    "shuangliu.guard.middleware.GuardMiddleware",
    "grids.access.AccessMiddleware",
    "shuangliu.accounts.middleware.PasswordChangeMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "shuangliu.urls"
WSGI_APPLICATION = "shuangliu.wsgi.application"
FORM_RENDERER = "shuangliu.pages.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "shuangliu.navigation.navigation",
                "shuangliu.notices.context.bell",
                "hotline.portal.context.numbers",
                "hotline.desk.context.seat",
            ],
        },
    },
]

# --- Data -----------------------------------------------------------------------------------------
if EMBEDDED:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "shuangliu.sqlite3",
            "OPTIONS": {
                # Deferred transactions that turn to writing fail under load; IMMEDIATE ones wait.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000;",
            },
        }
    }
else:
    DATABASES = {
        "default": dj_database_url.parse(DATABASE_URL, conn_max_age=600, conn_health_checks=True)
    }
    # Just-in-time compilation costs more than it gives on short queries.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # What each process may remember for a minute: parts of pages that are the same each time.
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process",
                "OPTIONS": {"MAX_ENTRIES": 1000}},
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# --- Who signs in ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("username", "name")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "accounts:login"
# A whole office shares one address: lock the pair of user and address, never the address alone.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "shuangliu.accounts.views.locked"
AXES_VERBOSE = False
AXES_HTTP_RESPONSE_CODE = 429
# Not cached in Redis: a page must not wait for it when it is down, nor a session outlive its end in it.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_IDLE_MINUTES = int(os.environ.get("SHUANGLIU_IDLE_MINUTES", "60"))
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# --- Transport and content rules ------------------------------------------------------------------
# How many servers of our own a request passes before it is here: the last so many of X-Forwarded-For are believed.
TRUSTED_PROXIES = int(os.environ.get("SHUANGLIU_PROXIES", "0"))
METRICS_TOKEN = os.environ.get("SHUANGLIU_METRICS_TOKEN", "")
HTTPS = yes("SHUANGLIU_HTTPS", not EMBEDDED)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# Photos from a phone are 2-6 MB; a whole report may carry several.
FILE_UPLOAD_MAX_BYTES = 10 * 1024 * 1024
MAX_REQUEST_BYTES = 60 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# --- Words, time, files ---------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = EMBEDDED
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EMBEDDED
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DATA_DIR / "files"

LEAFLET_CONFIG = {
    # No tile server is needed: the county's own outlines are the map. Names one to add a base map.
    "TILES": [],
    "ATTRIBUTION_PREFIX": "",
    "RESET_VIEW": False,
    "SCALE": "metric",
}

# --- Hotline --------------------------------------------------------------------------------------
# What the telephone system shows when it tells of a call; without it nothing is heard from any.
PBX_TOKEN = os.environ.get("SHUANGLIU_PBX_TOKEN", "")

# --- Notices --------------------------------------------------------------------------------------
# How links in mails and chat groups begin; without it they carry none.
PUBLIC_URL = os.environ.get("SHUANGLIU_PUBLIC_URL", "").rstrip("/")
EMAIL_HOST = os.environ.get("SHUANGLIU_MAIL_HOST", "")  # empty: no mail is written at all
EMAIL_PORT = int(os.environ.get("SHUANGLIU_MAIL_PORT", "465"))
EMAIL_HOST_USER = os.environ.get("SHUANGLIU_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SHUANGLIU_MAIL_PASSWORD", "")
MAIL_SECURITY = os.environ.get("SHUANGLIU_MAIL_SECURITY", "ssl")  # ssl | starttls | none
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL_SECURITY == "ssl", MAIL_SECURITY == "starttls"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("SHUANGLIU_MAIL_FROM", EMAIL_HOST_USER or "shuangliu@localhost")

# --- API ------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["grids.access.Allowed"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "EXCEPTION_HANDLER": "shuangliu.pages.api.exception_handler",
    "DEFAULT_PAGINATION_CLASS": "shuangliu.pages.api.KeysetPagination",
    "PAGE_SIZE": 50,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Shuangliu 双流",
    "DESCRIPTION": "One record of a county: grids, incidents, mediation and the figures that follow.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "IncidentState": "incidents.states.State",
        "CaseState": "mediation.states.State",
        "CaseSource": "mediation.models.cases.Source",
    },
}

# --- Work ---------------------------------------------------------------------------------------
HOTLINE_NUMBER = os.environ.get("SHUANGLIU_HOTLINE", "83721000")
# Names by which programs call a county, beside its code: shuangliu.gov.cn=510116
OPEN311_JURISDICTIONS = dict(pair.split("=", 1) for pair in listed("SHUANGLIU_JURISDICTIONS"))
# How often anybody may do what at the public doors, where it differs from shuangliu/guard/limits.py: name=60/10m
GUARD_LIMITS = dict(pair.split("=", 1) for pair in listed("SHUANGLIU_GUARD_LIMITS"))
# Zero bits that a browser looks for before it may send to the public portal: each more doubles its work.
PUZZLE_BITS = int(os.environ.get("SHUANGLIU_PUZZLE_BITS", "15"))
# An open incident that nobody has moved for so long is shown as dormant.
INCIDENT_DORMANT_DAYS = int(os.environ.get("SHUANGLIU_DORMANT_DAYS", "7"))
# So much of what an agent has ended on a day is listened to again, two at least.
HOTLINE_QUALITY_PERCENT = int(os.environ.get("SHUANGLIU_QUALITY_PERCENT", "5"))

# --- Personal data --------------------------------------------------------------------------------
# So many matters may a person see in clear in ten minutes; at so many in a day, and each multiple, an auditor is told.
REVEALS_MOST = int(os.environ.get("SHUANGLIU_REVEALS_MOST", "30"))
REVEALS_UNUSUAL = int(os.environ.get("SHUANGLIU_REVEALS_UNUSUAL", "60"))

# --- Residents ------------------------------------------------------------------------------------
IMPORT_MAX_BYTES = 50 * 1024 * 1024  # by the page; manage.py import_residents knows no limit

# Coverage of the register counts dwellings that somebody checked, and people confirmed, within these two periods.
REGISTER_FRESH_DAYS = int(os.environ.get("SHUANGLIU_REGISTER_FRESH_DAYS", "180"))
REGISTER_KNOWN_DAYS = int(os.environ.get("SHUANGLIU_REGISTER_KNOWN_DAYS", "365"))

# --- Jobs -----------------------------------------------------------------------------------------
# Without Redis, messages travel as files in the data folder: nothing to install, one machine only.
MESSAGES_DIR = DATA_DIR / "messages"
CELERY_BROKER_URL = REDIS_URL or "files://localhost"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"visibility_timeout": 600}
    if REDIS_URL
    else {
        "data_folder_in": str(MESSAGES_DIR),
        "data_folder_out": str(MESSAGES_DIR),
        "control_folder": str(MESSAGES_DIR / "control"),
        "store_processed": False,
        "polling_interval": 0.5,
    }
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = TIME_ZONE
# A page never waits for a broker: what must happen is swept from the database anyway.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BEAT_SCHEDULE = beat_schedule()
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("SHUANGLIU_LOG_LEVEL", "WARNING")},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
