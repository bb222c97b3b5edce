"""The station's use cases, one per file, on ports that the adapters fill."""
