"""What was done: lists, exports, slips."""
