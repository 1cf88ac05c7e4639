"""/public/leases/: landlords, agencies, managers and tenants file leases, follow and end them; landlords with an
account see their premises.

The pages lie here and not with the leases: throttles, the proof of work and the look of the public doors belong to
the hotline, two floors above the register. They ask, and call `residents.leases.actions`, as the counter does.
"""
