"""How the weights of `geomap.recognition.tagging` are learnt: inputs, network, fitting, whole numbers."""
