"""The merchant's counter app: checklist, alert, outbox, case, reward."""
