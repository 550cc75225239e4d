"""The tables of the trade: event types, crosswalks and precision codes; pure data and its loaders."""
