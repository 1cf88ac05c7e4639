"""社情民意. What people tell the county: topics, places and sudden rises counted from what they themselves sent to the
hotline; the analysis reports drawn from that; who is responsible for it in each unit, and the plans for when it is
needed. Nothing is read of what people say anywhere else, and no person is counted, named or found (domain.md §7).
"""
