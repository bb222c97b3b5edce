"""The station's whole API, call by call: who may do what, and what becomes of calls that are wrong."""
