"""How an alert travels: outbox states, lease, back-off, receipts, and when the clerk must phone instead."""
