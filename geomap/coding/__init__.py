"""Documents and their resolved mentions to events: what happened, when, where, to whom."""
