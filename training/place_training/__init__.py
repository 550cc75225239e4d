"""How the weights of `geomap.coding.linking` are learnt: sentences with their marked places, words, trees."""
