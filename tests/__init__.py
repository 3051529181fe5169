"""Proofs, mirroring the rooms."""
