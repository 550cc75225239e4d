"""How the weights of `geomap.recognition` are learnt: corpora, word weights, trees."""
