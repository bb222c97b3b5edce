"""The encrypted profile database: engine, tables, repositories, unit of work, queries, migrations."""
