"""Conformance tests that a bureau runs against its own gateway: only the wire contract is used, nothing of the station."""
