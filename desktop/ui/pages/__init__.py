"""One file per page of the counter app."""
