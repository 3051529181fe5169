ALTER TABLE sessions ADD COLUMN signal TEXT NOT NULL DEFAULT 'ecg' CHECK (signal IN ('ecg', 'rr')); -- what was recorded: 'ecg', or 'rr': RR intervals alone, one sample being 1/1024 s
ALTER TABLE hourly ADD COLUMN regular_s REAL NOT NULL DEFAULT 0; -- even RR intervals, without a waveform to say more
ALTER TABLE hourly ADD COLUMN rr_s REAL NOT NULL DEFAULT 0; -- of analysable_s: told from RR intervals alone
ALTER TABLE hourly ADD COLUMN rr_beats INTEGER NOT NULL DEFAULT 0; -- of beats: known by their RR interval alone, of no class
ALTER TABLE nightly ADD COLUMN regular_s REAL NOT NULL DEFAULT 0; -- even RR intervals, without a waveform to say more
ALTER TABLE nightly ADD COLUMN rr_s REAL NOT NULL DEFAULT 0; -- of analysable_s: told from RR intervals alone
ALTER TABLE nightly ADD COLUMN rr_beats INTEGER NOT NULL DEFAULT 0; -- of beats: known by their RR interval alone, of no class

CREATE TABLE pulses ( -- heart rate and RR intervals as wearables sent them
    id INTEGER PRIMARY KEY, -- in the order of arrival
    device TEXT NOT NULL REFERENCES devices (id),
    at_ns INTEGER NOT NULL, -- arrival
    hr_bpm INTEGER NOT NULL, -- the wearable's own figure
    contact INTEGER CHECK (contact IN (0, 1)), -- skin contact; NULL: it does not say
    rr TEXT NOT NULL, -- JSON array of RR intervals in 1/1024 s, oldest first
    dropped INTEGER NOT NULL, -- packets lost at the gateway's own queue directly before this one
    session INTEGER REFERENCES sessions (id), -- NULL: kept and not analysed: ECG comes beside it, or it holds no interval
    start INTEGER, -- where its first interval begins on the session's axis
    n INTEGER CHECK (n >= 0) -- how far it reaches there; without skin contact it holds no interval
) STRICT;
CREATE INDEX pulses_by_place ON pulses (session, start) WHERE session IS NOT NULL;

CREATE VIEW v_pulses AS -- heart rate and RR intervals as wearables sent them
SELECT
    device, strftime('%Y-%m-%dT%H:%M:%fZ', at_ns / 1e9, 'unixepoch') AS arrived_utc, hr_bpm AS heart_rate_bpm,
    (SELECT json_group_array(round(value * 1000.0 / 1024, 1)) FROM json_each(p.rr)) AS rr_intervals_ms,
    contact AS skin_contact, dropped AS packets_lost_before, session
FROM pulses AS p;

DROP VIEW v_sessions;
CREATE VIEW v_sessions AS -- recordings
SELECT
    id AS session, device, lead, fs_hz AS sample_rate_hz,
    strftime('%Y-%m-%dT%H:%M:%SZ', start_ns / 1000000000, 'unixepoch') AS start_utc,
    strftime('%Y-%m-%dT%H:%M:%SZ', last_ns / 1000000000, 'unixepoch') AS end_utc,
    round(n_samples / fs_hz, 1) AS recorded_s, closed, signal
FROM sessions;

DROP VIEW v_beats;
CREATE VIEW v_beats AS -- one row per beat, current versions only; wave times in ms from the R peak
SELECT
    s.device,
    strftime('%Y-%m-%dT%H:%M:%fZ', (s.start_ns + r.value * (s.end_ns - s.start_ns) / s.n) / 1e9, 'unixepoch') AS r_peak_utc,
    s.start_ns + r.value * (s.end_ns - s.start_ns) / s.n AS r_peak_ns,
    substr(json_extract(b.data, '$.k'), r.key + 1, 1) AS class,
    CASE x.signal WHEN 'ecg' THEN json_extract(b.data, '$.amp[' || r.key || ']') END AS amplitude_uv,
    round(json_extract(b.data, '$.pon[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS p_onset_ms,
    round(json_extract(b.data, '$.ppk[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS p_peak_ms,
    round(json_extract(b.data, '$.poff[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS p_offset_ms,
    round(json_extract(b.data, '$.qon[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS qrs_onset_ms,
    round(json_extract(b.data, '$.qoff[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS qrs_offset_ms,
    round(json_extract(b.data, '$.ton[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS t_onset_ms,
    round(json_extract(b.data, '$.tpk[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS t_peak_ms,
    round(json_extract(b.data, '$.toff[' || r.key || ']') * 1000.0 / x.fs_hz, 1) AS t_offset_ms,
    s.session, s.start + r.value AS sample, s.version
FROM segments AS s
JOIN sessions AS x ON x.id = s.session
JOIN beats AS b ON b.session = s.session AND b.start = s.start AND b.version = s.version
JOIN json_each(b.data, '$.r') AS r
WHERE s.current = 1;

DROP VIEW v_coverage_hourly;
CREATE VIEW v_coverage_hourly AS -- how much of each hour was recorded and could be analysed
SELECT
    device, strftime('%Y-%m-%dT%H:%M:%SZ', hour_ns / 1000000000, 'unixepoch') AS hour_utc, recorded_s, analysable_s,
    round(analysable_s / 36.0, 1) AS analysable_pct, round(3600 - recorded_s, 1) AS missing_s,
    rr_s AS analysable_without_waveform_s
FROM hourly;

DROP VIEW v_heart_hourly;
CREATE VIEW v_heart_hourly AS -- rates, rhythm and ectopy of each hour
SELECT
    device, strftime('%Y-%m-%dT%H:%M:%SZ', hour_ns / 1000000000, 'unixepoch') AS hour_utc, hr_median AS heart_rate_bpm,
    hr_min AS heart_rate_min_bpm, hr_max AS heart_rate_max_bpm, rmssd_median AS rmssd_ms, pr_median AS pr_ms,
    qrs_median AS qrs_ms, qtcf_median AS qtcf_ms, af_s, sinus_s, other_s, noise_s, beats,
    s_beats AS supraventricular_ectopic_beats, v_beats AS ventricular_ectopic_beats, pauses,
    regular_s AS regular_without_waveform_s, rr_beats AS beats_without_waveform
FROM hourly;

DROP VIEW v_nights;
CREATE VIEW v_nights AS -- rates, rhythm and ectopy of each night, 22:00-06:00 local
SELECT
    device, night, recorded_s, analysable_s, hr_rest AS resting_heart_rate_bpm, hr_median AS heart_rate_bpm,
    hr_min AS heart_rate_min_bpm, hr_max AS heart_rate_max_bpm, rmssd_median AS rmssd_ms, af_s, sinus_s, other_s, noise_s,
    beats, s_beats AS supraventricular_ectopic_beats, v_beats AS ventricular_ectopic_beats, pauses,
    rr_s AS analysable_without_waveform_s, regular_s AS regular_without_waveform_s, rr_beats AS beats_without_waveform
FROM nightly;
