"""Where a request comes from when servers of our own stand before this one.

Each of them adds the address that it was asked from to the end of X-Forwarded-For; what stands before those is what the
sender claims. With TRUSTED_PROXIES of them the sender's address is the one that the outermost has written.
"""

from django.conf import settings


class ProxyMiddleware:
    """Puts REMOTE_ADDR right, which sign-in, audit log and guard read. Nothing to do without proxies."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.TRUSTED_PROXIES:
            chain = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
            if len(chain) >= settings.TRUSTED_PROXIES:
                request.META["REMOTE_ADDR"] = chain[-settings.TRUSTED_PROXIES]
        return self.get_response(request)
