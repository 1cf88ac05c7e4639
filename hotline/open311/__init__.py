"""Open311 GeoReport v2 at /open311/v2/: other software reports what people see and follows how it stands.

Written from the specification (wiki.open311.org/GeoReport_v2), with its known extensions: paging, `extensions=true`,
media with the request, updates as FixMyStreet has them. docs/howto/use-open311.md.
"""
