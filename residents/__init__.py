"""居民. People, dwellings, leases and care: who lives where, kept to what the law allows."""
