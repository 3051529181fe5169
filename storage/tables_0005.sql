ALTER TABLE segments ADD COLUMN rhythm_30s TEXT; -- rhythm of the half minute that ends with the window: sinus, af, other, noise, unknown; NULL: not told
ALTER TABLE segments ADD COLUMN probability_30s REAL; -- of rhythm_30s, calibrated; NULL where a rule decided

CREATE TABLE versions ( -- what the versions of results are made of
    version TEXT PRIMARY KEY, -- as in segments, beats and episodes; what follows a slash is a repetition
    chain TEXT NOT NULL, -- of the signal chain
    model TEXT, -- the rhythm classifier, as in segments; NULL: rules decide
    sha256 TEXT, -- of the classifier's file
    files TEXT NOT NULL, -- JSON object: each model file that took part -> its sha256
    first_ns INTEGER NOT NULL -- when it was first in use
) STRICT, WITHOUT ROWID;

CREATE TABLE reanalyses ( -- stored history computed anew
    id INTEGER PRIMARY KEY,
    asked_ns INTEGER NOT NULL,
    device TEXT REFERENCES devices (id), -- NULL: every wearable
    start_ns INTEGER NOT NULL,
    end_ns INTEGER NOT NULL,
    model TEXT NOT NULL, -- builtin, rules, or a classifier's file
    sha256 TEXT NOT NULL, -- of that file; empty for rules
    quiet INTEGER NOT NULL CHECK (quiet IN (0, 1)), -- 1: works in quiet hours alone
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'cancelled')),
    ended_ns INTEGER, -- NULL while waiting
    why TEXT NOT NULL DEFAULT '', -- of a failure
    left_out TEXT NOT NULL -- JSON array of what cannot be computed anew: device, start_ns, end_ns, why
) STRICT;

CREATE TABLE reanalysis_parts ( -- the stretches of a re-analysis, each of one session
    reanalysis INTEGER NOT NULL REFERENCES reanalyses (id),
    session INTEGER NOT NULL REFERENCES sessions (id),
    start INTEGER NOT NULL, -- first sample
    stop INTEGER NOT NULL, -- one past the last sample
    begin INTEGER NOT NULL, -- where the chain starts, to be settled by start
    version TEXT NOT NULL, -- what the results are stored under
    position INTEGER NOT NULL, -- samples consumed
    snapshot BLOB, -- the signal chain at position
    merger BLOB, -- the episode merger at position
    done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)), -- 1: its results are in force
    PRIMARY KEY (reanalysis, session, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX reanalysis_parts_by_session ON reanalysis_parts (session, stop);

DROP VIEW v_segments;
CREATE VIEW v_segments AS -- analysis windows, current versions only
SELECT
    s.device, strftime('%Y-%m-%dT%H:%M:%SZ', s.start_ns / 1000000000, 'unixepoch') AS start_utc,
    round((s.end_ns - s.start_ns) / 1e9, 3) AS duration_s, s.quality AS quality_0_to_1, s.analysable,
    s.reasons AS not_analysable_because, s.rhythm, s.probability, s.rhythm_30s AS rhythm_of_half_minute,
    s.probability_30s AS probability_of_half_minute, s.hr_bpm AS heart_rate_bpm, s.n_beats AS beats,
    s.n_s AS supraventricular_ectopic_beats, s.n_v AS ventricular_ectopic_beats, s.rr_ms AS median_rr_ms, s.rmssd_ms,
    s.pr_ms, s.qrs_ms, s.qt_ms, s.qtcf_ms, s.p_ms AS p_duration_ms, s.flags, s.null_reasons AS missing_because, s.model,
    CASE s.model WHEN v.model THEN v.sha256 END AS model_sha256, s.version, s.session, s.start AS first_sample
FROM segments AS s
LEFT JOIN versions AS v ON v.version = s.version
WHERE s.current = 1;

CREATE VIEW v_versions AS -- what the versions of results are made of
SELECT
    version, chain, model, sha256 AS model_sha256, files AS model_files_sha256,
    strftime('%Y-%m-%dT%H:%M:%SZ', first_ns / 1000000000, 'unixepoch') AS first_used_utc
FROM versions;

CREATE VIEW v_reanalyses AS -- stored history computed anew, and how far that is
SELECT
    r.id AS reanalysis, r.state, r.why, r.device, r.model, r.sha256 AS model_sha256,
    strftime('%Y-%m-%dT%H:%M:%SZ', r.start_ns / 1000000000, 'unixepoch') AS start_utc,
    strftime('%Y-%m-%dT%H:%M:%SZ', r.end_ns / 1000000000, 'unixepoch') AS end_utc,
    strftime('%Y-%m-%dT%H:%M:%SZ', r.asked_ns / 1000000000, 'unixepoch') AS asked_utc,
    strftime('%Y-%m-%dT%H:%M:%SZ', r.ended_ns / 1000000000, 'unixepoch') AS ended_utc,
    (SELECT count(*) FROM reanalysis_parts AS p WHERE p.reanalysis = r.id) AS parts,
    (SELECT count(*) FROM reanalysis_parts AS p WHERE p.reanalysis = r.id AND p.done = 1) AS parts_done
FROM reanalyses AS r;
