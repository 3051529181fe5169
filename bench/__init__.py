"""Measurements against real peers, one command each; never shipped."""
