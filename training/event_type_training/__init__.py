"""Learns the weights of `geomap.coding.classifier`; see `training/train_event_types.py`."""
