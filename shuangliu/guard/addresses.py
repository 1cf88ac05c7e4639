"""Where a request comes from."""

from ipaddress import ip_address, ip_network

HOME = 64  # a home is given so many bits of an IPv6 address, and chooses the others as it likes


def address_of(request) -> str:
    """The address as all of the product takes it (behind proxies pages.proxies has put it right); of IPv6 the network
    of the home, which changes the rest at will. Empty where there is none."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", "").partition("%")[0])
    except ValueError:
        return ""
    if address.version == 6 and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(address) if address.version == 4 else str(ip_network((address, HOME), strict=False))
