"""Parsed text to event mentions: triggers, roles, quantities, when, where, status, speaker."""
