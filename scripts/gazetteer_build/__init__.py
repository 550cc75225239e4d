"""The steps that turn registry packages into data/gazetteer/."""
