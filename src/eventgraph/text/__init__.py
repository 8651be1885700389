"""A document to parsed text: blocks, headers and datelines, repeated passages, the language model."""
