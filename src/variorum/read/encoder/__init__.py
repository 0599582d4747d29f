"""Words in windows → names, attributions, grammar and sentence vectors, by a small neural network."""
