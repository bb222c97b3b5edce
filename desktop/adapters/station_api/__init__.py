"""The client of the police API: signed requests, bounded answers, checked receipts."""
