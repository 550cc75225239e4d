"""What share of the places of public corpora a gazetteer holds, as pure functions from corpora to counts."""
