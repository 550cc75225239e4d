"""Three stores of the same names and places, and the program that is timed with each of them."""
