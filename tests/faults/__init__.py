"""The fault campaigns: kills, power cuts, disk faults, bad lines and bad input, each counting what was lost or doubled.

`python3 dev.py faults` runs them all and prints one table; short runs of the same campaigns are part of the suite.
"""
