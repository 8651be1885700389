"""Gold and output to scores."""
