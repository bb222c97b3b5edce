"""Doors of the counter app to the world: storage, station, keys, system; they know ports, never each other."""
