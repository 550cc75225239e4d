"""Articles that we write ourselves, with every toponym marked: from their sources to a corpus of toponyms."""
