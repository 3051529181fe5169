"""Wearables over Bluetooth LE."""
