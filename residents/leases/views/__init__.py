from .acts import ACT_VIEWS
from .detail import lease_certificate, lease_detail
from .export import lease_export
from .holders import holder_list, holder_loose
from .lists import lease_list, lease_search
from .new import lease_new
from .party import lease_party

__all__ = ["ACT_VIEWS", "holder_list", "holder_loose", "lease_certificate", "lease_detail",
           "lease_export", "lease_list", "lease_new",
           "lease_party", "lease_search"]
