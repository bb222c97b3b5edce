"""Where ports meet the world: database, keys, schemas, clock."""
