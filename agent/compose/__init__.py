"""Answers from evidence: what is said about each kind of result, and the check that it is in the result."""
