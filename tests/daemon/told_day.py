"""One day of one wearer, told as a scenario: the tests of simulated histories read it."""

STORY = """
name = "one day"
span = "1d"
now = "2026-11-15T08:30:00+01:00"
seed = 5

[[wearers]]
name = "Anna"
tz = "Europe/Berlin"
sex = "female"
birth_year = 1950

[[wearers.people]]
name = "Jonas"
role = "caregiver"

[[wearers.notes]]
at = "yesterday 12:00"
kind = "diary"
text = "soup"

[[wearers.notes]]
at = "yesterday 13:00"
kind = "symptom"
text = "secret"
private = true
author = "Jonas"

[wearers.heart]
rate_bpm = 85
drift_bpm = 1
v_per_hour = 10

[[wearers.heart.events]]
kind = "af"
at = "last night 02:10"
duration = "42m"
rate_bpm = 76

[[wearers.heart.events]]
kind = "pause"
at = "last night 05:00:04"
seconds = 3.6

[[wearers.heart.events]]
kind = "wide_run"
at = "yesterday 15:00:03"
beats = 9

[[wearers.devices]]
id = "patch-1"
battery_pct = 20
battery_life = "4d"

[[wearers.devices.events]]
kind = "off"
at = "yesterday 17:00"
duration = "40m"
charge = true

[[wearers.devices.events]]
kind = "lost"
at = "yesterday 19:00"
duration = "3s"

[[wearers.devices.events]]
kind = "lead_off"
at = "yesterday 20:00"
duration = "5m"

[[wearers.devices.events]]
kind = "noise"
at = "yesterday 21:00"
duration = "10m"

[[wearers.devices.alerts]]
rule = "pause"
at = "last night 05:01"
acknowledged_by = "Jonas"
acknowledged_after = "2h"

[[wearers.devices.alerts]]
rule = "quarantine"
at = "yesterday 10:00"
duration = "30m"
text = "12 messages could not be understood"
value = 12

[[wearers.devices.alerts]]
rule = "lead_off"
at = "yesterday 23:00"
acknowledged_after = "5m"
duration = "1m"
"""
