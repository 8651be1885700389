"""Text to time mentions: find, normalise, anchor, ranges; the publication date."""
