-- Times: INTEGER nanoseconds since the Unix epoch, UTC (suffix _ns). Positions: sample index on the session's own axis.

CREATE TABLE wearers ( -- the people who wear a sensor
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    tz TEXT NOT NULL, -- IANA time zone name; days and nights are told in it
    sex TEXT, -- 'female', 'male' or NULL; chooses the QTcF limit
    birth_year INTEGER,
    language TEXT NOT NULL DEFAULT 'en',
    installed_ns INTEGER NOT NULL -- since when this wearer is known here
) STRICT;

CREATE TABLE people ( -- who may ask, and as what
    id INTEGER PRIMARY KEY,
    wearer INTEGER NOT NULL REFERENCES wearers (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('wearer', 'caregiver', 'clinician'))
) STRICT;

CREATE TABLE devices ( -- wearable sensors
    id TEXT PRIMARY KEY, -- as in its topic
    wearer INTEGER NOT NULL REFERENCES wearers (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL, -- how it connects: mqtt, ble, replay, simulated
    lead TEXT NOT NULL,
    added_ns INTEGER NOT NULL
) STRICT;

CREATE TABLE device_states ( -- what a device said about itself; NULL: not said
    device TEXT NOT NULL REFERENCES devices (id),
    at_ns INTEGER NOT NULL,
    battery_pct INTEGER,
    connected INTEGER, -- 1 or 0
    lead_off INTEGER, -- 1 or 0
    PRIMARY KEY (device, at_ns)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions ( -- stretches of recording on one unbroken sample axis
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL REFERENCES devices (id),
    lead TEXT NOT NULL,
    fs_hz REAL NOT NULL, -- nominal sample rate
    start_ns INTEGER NOT NULL, -- wall time of sample 0
    n_samples INTEGER NOT NULL DEFAULT 0, -- samples stored, gaps not counted
    last_ns INTEGER NOT NULL, -- wall time one past the last sample, gap or result
    clock_source TEXT NOT NULL, -- 'device' or 'arrival': what placed the samples
    clock_state BLOB, -- the sample clock, to go on after a restart
    closed INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0, -- index one past the last sample or gap
    sealed INTEGER NOT NULL DEFAULT 0, -- samples before this index are in blocks
    raw_from INTEGER NOT NULL DEFAULT 0 -- samples before this index were removed by retention
) STRICT;
CREATE INDEX sessions_by_device ON sessions (device, start_ns);

CREATE TABLE anchors ( -- wall time of a sample; straight lines between
    session INTEGER NOT NULL REFERENCES sessions (id),
    sample INTEGER NOT NULL,
    at_ns INTEGER NOT NULL,
    PRIMARY KEY (session, sample)
) STRICT, WITHOUT ROWID;

CREATE TABLE tail ( -- newest samples, not yet sealed into a block
    session INTEGER NOT NULL REFERENCES sessions (id),
    start INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    uv BLOB NOT NULL, -- microvolts, int32 little-endian
    PRIMARY KEY (session, start)
) STRICT;

CREATE TABLE blocks ( -- sealed samples, at most 60 s each
    session INTEGER NOT NULL REFERENCES sessions (id),
    start INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    crc32 INTEGER NOT NULL, -- of data
    data BLOB NOT NULL, -- microvolts, int32, compressed with pcodec
    PRIMARY KEY (session, start)
) STRICT;

CREATE TABLE gaps ( -- missing samples
    session INTEGER NOT NULL REFERENCES sessions (id),
    start INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    reason TEXT NOT NULL CHECK (reason IN ('lost', 'late', 'overflow')),
    PRIMARY KEY (session, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_off ( -- samples during which an electrode was off
    session INTEGER NOT NULL REFERENCES sessions (id),
    start INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (session, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE analysis ( -- how far each session is analysed
    session INTEGER PRIMARY KEY REFERENCES sessions (id),
    position INTEGER NOT NULL, -- samples consumed
    pipeline_version TEXT NOT NULL,
    snapshot BLOB, -- the signal chain at position
    merger BLOB -- the episode merger at position
) STRICT;

CREATE TABLE segments ( -- analysis windows, 10 s unless cut by a gap or the end
    session INTEGER NOT NULL REFERENCES sessions (id),
    start INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    device TEXT NOT NULL REFERENCES devices (id),
    start_ns INTEGER NOT NULL,
    end_ns INTEGER NOT NULL,
    quality REAL NOT NULL, -- 0 useless .. 1 clean
    analysable INTEGER NOT NULL, -- 1 or 0
    reasons TEXT NOT NULL, -- JSON array: why not analysable
    rhythm TEXT NOT NULL, -- sinus, af, other, noise, unknown
    probability REAL, -- calibrated; NULL where a rule decided
    model TEXT NOT NULL,
    n_beats INTEGER NOT NULL,
    n_s INTEGER NOT NULL, -- supraventricular ectopic beats
    n_v INTEGER NOT NULL, -- ventricular ectopic beats
    hr_bpm REAL,
    rr_ms REAL, -- median
    rmssd_ms REAL,
    pr_ms REAL, -- median
    qrs_ms REAL, -- median
    qt_ms REAL, -- median
    qtcf_ms REAL, -- Fridericia
    p_ms REAL, -- median P duration
    flags TEXT NOT NULL, -- JSON array
    null_reasons TEXT NOT NULL, -- JSON object: metric without value -> why
    version TEXT NOT NULL, -- of the signal chain
    current INTEGER NOT NULL DEFAULT 1, -- 0 once another version's window overlapping this one was stored later
    PRIMARY KEY (session, start, version)
) STRICT;
CREATE INDEX segments_by_time ON segments (device, start_ns) WHERE current = 1;

CREATE TABLE beats ( -- the beats of one segment, packed
    session INTEGER NOT NULL,
    start INTEGER NOT NULL,
    n_beats INTEGER NOT NULL,
    data TEXT NOT NULL, -- JSON columns: r samples from start; k classes; amp microvolts; pon ppk poff qon qoff ton tpk toff samples from r or null
    version TEXT NOT NULL,
    PRIMARY KEY (session, start, version),
    FOREIGN KEY (session, start, version) REFERENCES segments (session, start, version)
) STRICT;

CREATE TABLE loose_beats ( -- beats found before their segment was complete
    session INTEGER NOT NULL REFERENCES sessions (id),
    sample INTEGER NOT NULL,
    version TEXT NOT NULL,
    data TEXT NOT NULL, -- JSON array: class, amplitude, eight wave boundaries
    PRIMARY KEY (session, version, sample)
) STRICT, WITHOUT ROWID;

CREATE TABLE episodes ( -- events with a beginning and an end
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL REFERENCES devices (id),
    session INTEGER NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL, -- af, pause, brady, tachy, wide_run, bigeminy, trigeminy
    start_ns INTEGER NOT NULL,
    end_ns INTEGER NOT NULL, -- so far, while open
    start INTEGER NOT NULL,
    n INTEGER NOT NULL,
    value REAL, -- pause: s; brady, tachy: bpm; wide_run, bigeminy, trigeminy: beats; af: irregularity 0..1
    open INTEGER NOT NULL, -- 1 while it goes on
    version TEXT NOT NULL,
    detail TEXT NOT NULL, -- JSON object
    current INTEGER NOT NULL DEFAULT 1, -- 0 once its stretch was analysed again by another version
    UNIQUE (session, kind, start, version)
) STRICT;
CREATE INDEX episodes_by_start ON episodes (device, start_ns) WHERE current = 1;
CREATE INDEX episodes_by_end ON episodes (device, end_ns, start_ns) WHERE current = 1;

CREATE TABLE hourly ( -- one row per device and UTC hour with any result
    device TEXT NOT NULL REFERENCES devices (id),
    hour_ns INTEGER NOT NULL, -- start of the hour
    recorded_s REAL NOT NULL,
    analysable_s REAL NOT NULL,
    af_s REAL NOT NULL,
    sinus_s REAL NOT NULL,
    other_s REAL NOT NULL,
    noise_s REAL NOT NULL, -- recorded, but not analysable
    beats INTEGER NOT NULL,
    s_beats INTEGER NOT NULL,
    v_beats INTEGER NOT NULL,
    hr_median REAL, -- of the analysable segments, as are all below
    hr_min REAL,
    hr_max REAL,
    rmssd_median REAL,
    pr_median REAL,
    qrs_median REAL,
    qtcf_median REAL,
    pauses INTEGER NOT NULL, -- pause episodes that began
    PRIMARY KEY (device, hour_ns)
) STRICT, WITHOUT ROWID;

CREATE TABLE nightly ( -- one row per device and night (22:00-06:00 where the wearer lives)
    device TEXT NOT NULL REFERENCES devices (id),
    night TEXT NOT NULL, -- local date of its morning, YYYY-MM-DD
    recorded_s REAL NOT NULL,
    analysable_s REAL NOT NULL,
    af_s REAL NOT NULL,
    sinus_s REAL NOT NULL,
    other_s REAL NOT NULL,
    noise_s REAL NOT NULL,
    beats INTEGER NOT NULL,
    s_beats INTEGER NOT NULL,
    v_beats INTEGER NOT NULL,
    hr_median REAL,
    hr_min REAL,
    hr_max REAL,
    rmssd_median REAL,
    pr_median REAL,
    qrs_median REAL,
    qtcf_median REAL,
    pauses INTEGER NOT NULL,
    hr_rest REAL, -- lowest five-minute median
    PRIMARY KEY (device, night)
) STRICT, WITHOUT ROWID;

CREATE TABLE dirty_hours ( -- hours with results newer than their row in hourly
    device TEXT NOT NULL REFERENCES devices (id),
    hour_ns INTEGER NOT NULL,
    PRIMARY KEY (device, hour_ns)
) STRICT, WITHOUT ROWID;

CREATE TABLE dirty_nights ( -- nights with results newer than their row in nightly
    device TEXT NOT NULL REFERENCES devices (id),
    night TEXT NOT NULL,
    PRIMARY KEY (device, night)
) STRICT, WITHOUT ROWID;

CREATE TABLE alarms ( -- alarm conditions, IEEE 11073-10207 vocabulary
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    device TEXT REFERENCES devices (id), -- NULL: the gateway itself
    kind TEXT NOT NULL CHECK (kind IN ('Physiological', 'Technical', 'Other')),
    priority TEXT NOT NULL CHECK (priority IN ('High', 'Medium', 'Low')),
    presence TEXT NOT NULL CHECK (presence IN ('On', 'Off', 'Latched', 'Acknowledged')),
    since_ns INTEGER NOT NULL,
    until_ns INTEGER, -- NULL while open
    text TEXT NOT NULL,
    value REAL,
    episode INTEGER REFERENCES episodes (id),
    acknowledged_ns INTEGER,
    acknowledged_by TEXT,
    repeats INTEGER NOT NULL DEFAULT 0 -- times it was announced again
) STRICT;
CREATE INDEX alarms_open ON alarms (rule, device) WHERE until_ns IS NULL;
CREATE INDEX alarms_by_time ON alarms (since_ns);

CREATE TABLE alarm_transitions ( -- every change of every alarm
    id INTEGER PRIMARY KEY,
    alarm INTEGER NOT NULL REFERENCES alarms (id),
    at_ns INTEGER NOT NULL,
    presence TEXT NOT NULL CHECK (presence IN ('On', 'Off', 'Latched', 'Acknowledged')),
    by TEXT, -- who did it; NULL: the rule
    text TEXT NOT NULL
) STRICT;
CREATE INDEX alarm_transitions_by_alarm ON alarm_transitions (alarm);

CREATE TABLE notes ( -- what people wrote down
    id INTEGER PRIMARY KEY,
    wearer INTEGER NOT NULL REFERENCES wearers (id),
    at_ns INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('diary', 'symptom', 'medication', 'activity')),
    text TEXT NOT NULL,
    private INTEGER NOT NULL, -- 1: for the wearer only
    author TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_time ON notes (wearer, at_ns);

CREATE TABLE dialogues ( -- conversations
    session TEXT PRIMARY KEY,
    device TEXT,
    role TEXT NOT NULL,
    started_ns INTEGER NOT NULL,
    state TEXT NOT NULL -- JSON object: what follow-ups refer to
) STRICT;

CREATE TABLE turns ( -- one question and its answer
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL REFERENCES dialogues (session),
    at_ns INTEGER NOT NULL,
    question TEXT NOT NULL,
    action TEXT NOT NULL,
    answer TEXT NOT NULL,
    calls TEXT NOT NULL, -- JSON array of tool calls
    verdicts TEXT NOT NULL, -- JSON: the evidence check
    timings TEXT NOT NULL -- JSON object, seconds
) STRICT;
CREATE INDEX turns_by_session ON turns (session, id);

CREATE TABLE evidence ( -- what an answer rests on
    id TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES dialogues (session),
    turn INTEGER NOT NULL REFERENCES turns (id),
    tool TEXT NOT NULL,
    args TEXT NOT NULL, -- JSON object
    envelope TEXT NOT NULL, -- JSON object: the tool's whole result
    PRIMARY KEY (session, id)
) STRICT;

CREATE TABLE outbox ( -- messages to publish
    id INTEGER PRIMARY KEY,
    created_ns INTEGER NOT NULL,
    topic TEXT NOT NULL,
    payload BLOB NOT NULL,
    qos INTEGER NOT NULL,
    priority INTEGER NOT NULL, -- 0 first
    retain INTEGER NOT NULL,
    sent_ns INTEGER, -- NULL until delivered
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_pending ON outbox (priority, id) WHERE sent_ns IS NULL;

CREATE TABLE quarantine ( -- payloads that could not be understood
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    device TEXT, -- as claimed
    received_ns INTEGER NOT NULL,
    reason TEXT NOT NULL,
    sha256 TEXT NOT NULL, -- of the whole payload
    payload BLOB NOT NULL, -- its first 64 KiB
    size INTEGER NOT NULL -- bytes, whole
) STRICT;
CREATE INDEX quarantine_by_time ON quarantine (received_ns);

CREATE TABLE thresholds ( -- limits used, every version kept
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL,
    set_ns INTEGER NOT NULL,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE models ( -- model files that were loaded
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    labels TEXT NOT NULL, -- JSON array
    loaded_ns INTEGER NOT NULL, -- last time
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit ( -- who did what
    id INTEGER PRIMARY KEY,
    at_ns INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL -- JSON object
) STRICT;
CREATE INDEX audit_by_time ON audit (at_ns);
