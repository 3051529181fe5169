#!/bin/sh
# What the test needs inside the machine, made once: an adapter, and somebody who says what is stored.
set -eu
mkdir -p /usr/local/lib/hearth-test
cp "$(dirname "$0")"/*.py /usr/local/lib/hearth-test/
echo hci_vhci >/etc/modules-load.d/hearth-test.conf
modprobe hci_vhci
cat >/etc/systemd/system/test-radio.service <<'UNIT'
[Unit]
# At a start its line may not be there yet.
StartLimitIntervalSec=0
Description=A Bluetooth adapter whose air is outside this machine
[Service]
ExecStart=/usr/bin/python3 /usr/local/lib/hearth-test/radio.py
Restart=on-failure
RestartSec=1
[Install]
WantedBy=multi-user.target
UNIT
cat >/etc/systemd/system/test-positions.service <<'UNIT'
[Unit]
# At a start its line may not be there yet.
StartLimitIntervalSec=0
Description=Says what Hearth has stored
[Service]
User=hearth
ExecStartPre=+/bin/chown hearth /dev/virtio-ports/hearth.positions
ExecStart=/usr/bin/python3 /usr/local/lib/hearth-test/positions.py
Restart=on-failure
RestartSec=1
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --quiet --now test-radio.service
