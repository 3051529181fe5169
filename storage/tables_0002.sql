CREATE TABLE pairings ( -- wearables that are looked for over Bluetooth; unpaired ones keep their recordings
    device TEXT PRIMARY KEY REFERENCES devices (id),
    address TEXT NOT NULL UNIQUE CHECK (address = upper(address)), -- its Bluetooth address, AA:BB:CC:DD:EE:FF
    kind TEXT NOT NULL, -- what it is: polar-h10, movesense, heart-rate, or a profile's name
    name TEXT NOT NULL, -- what it calls itself
    lead TEXT NOT NULL, -- the lead it records
    adapter TEXT, -- address of the adapter that it was paired over; NULL: any
    bonded INTEGER NOT NULL CHECK (bonded IN (0, 1)), -- 1: a key was agreed on, and is kept by BlueZ
    identity TEXT, -- its serial number, as it said when it was paired; NULL: it has not said
    paired_ns INTEGER NOT NULL
) STRICT;

CREATE VIEW v_pairings AS -- wearables that are looked for over Bluetooth
SELECT
    p.device, d.name, w.name AS wearer, p.kind, p.name AS advertised_name, p.address, p.identity AS serial_number,
    p.bonded, p.adapter, strftime('%Y-%m-%dT%H:%M:%SZ', p.paired_ns / 1000000000, 'unixepoch') AS paired_utc
FROM pairings AS p
JOIN devices AS d ON d.id = p.device
JOIN wearers AS w ON w.id = d.wearer;
