"""How it is installed: systemd unit, broker configuration, decisions."""
