"""Parts of the training of the resolver's ranker."""
