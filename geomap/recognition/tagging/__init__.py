"""The tagger: a small network that reads the words about a candidate, in whole numbers throughout."""
