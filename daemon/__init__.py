"""How it all runs: configuration, wiring, supervision, alarms, publishing, the command line."""
