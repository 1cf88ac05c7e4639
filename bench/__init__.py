"""How much the product costs above what it cannot do without: `make bench`.

Every path is timed turn by turn with a floor that does no more than the same SQL (floors.py), over the whole
county with 100,000 and 1,000,000 incidents. One JSON line for each is printed as it is known:

    {"name": "queue-station", "ratio": 1.9, "floor": 4.1, "value": 7.8, "unit": "ms", "rows": 100000}

and a table for people at the end, on stderr. Nothing is asserted: time belongs to the machine.
`make bench ARGS="--quick --only queue,detail"` looks at a few paths over 10,000 incidents.
"""
