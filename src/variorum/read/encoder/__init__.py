"""Words in windows → names, attributions, grammar, sentence vectors: a small neural network."""
