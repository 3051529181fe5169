CREATE VIEW v_devices AS -- wearables and their wearers
SELECT
    d.id AS device, d.name, w.name AS wearer, w.tz AS time_zone, d.kind, d.lead,
    strftime('%Y-%m-%dT%H:%M:%SZ', d.added_ns / 1000000000, 'unixepoch') AS added_utc
FROM devices AS d
JOIN wearers AS w ON w.id = d.wearer;

CREATE VIEW v_sessions AS -- recordings
SELECT
    id AS session, device, lead, fs_hz AS sample_rate_hz,
    strftime('%Y-%m-%dT%H:%M:%SZ', start_ns / 1000000000, 'unixepoch') AS start_utc,
    strftime('%Y-%m-%dT%H:%M:%SZ', last_ns / 1000000000, 'unixepoch') AS end_utc,
    round(n_samples / fs_hz, 1) AS recorded_s, closed
FROM sessions;

CREATE VIEW v_segments AS -- analysis windows, current versions only
SELECT
    device, strftime('%Y-%m-%dT%H:%M:%SZ', start_ns / 1000000000, 'unixepoch') AS start_utc,
    round((end_ns - start_ns) / 1e9, 3) AS duration_s, quality AS quality_0_to_1, analysable, reasons AS not_analysable_because,
    rhythm, probability, hr_bpm AS heart_rate_bpm, n_beats AS beats, n_s AS supraventricular_ectopic_beats,
    n_v AS ventricular_ectopic_beats, rr_ms AS median_rr_ms, rmssd_ms, pr_ms, qrs_ms, qt_ms, qtcf_ms, p_ms AS p_duration_ms,
    flags, null_reasons AS missing_because, model, version, session, start AS first_sample
FROM segments
WHERE current = 1;

CREATE VIEW v_beats AS -- one row per beat, current versions only; wave times in ms from the R peak
SELECT
    s.device,
    strftime('%Y-%m-%dT%H:%M:%fZ', (s.start_ns + r.value * (s.end_ns - s.start_ns) / s.n) / 1e9, 'unixepoch') AS r_peak_utc,
    s.start_ns + r.value * (s.end_ns - s.start_ns) / s.n AS r_peak_ns,
    substr(json_extract(b.data, '$.k'), r.key + 1, 1) AS class,
    json_extract(b.data, '$.amp[' || r.key || ']') AS amplitude_uv,
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

CREATE VIEW v_episodes AS -- events, current versions only
SELECT
    id AS episode, device, kind, strftime('%Y-%m-%dT%H:%M:%SZ', start_ns / 1000000000, 'unixepoch') AS start_utc,
    CASE open WHEN 0 THEN strftime('%Y-%m-%dT%H:%M:%SZ', end_ns / 1000000000, 'unixepoch') END AS end_utc,
    round((end_ns - start_ns) / 1e9, 1) AS duration_s, value,
    CASE kind WHEN 'pause' THEN 's' WHEN 'brady' THEN 'bpm' WHEN 'tachy' THEN 'bpm' WHEN 'wide_run' THEN 'beats'
        WHEN 'bigeminy' THEN 'beats' ELSE '0..1' END AS value_unit,
    open, version, session, start AS first_sample
FROM episodes
WHERE current = 1;

CREATE VIEW v_gaps AS -- missing samples
SELECT
    s.device, g.session, g.start AS first_sample, g.n AS samples, round(g.n / s.fs_hz, 3) AS duration_s, g.reason
FROM gaps AS g
JOIN sessions AS s ON s.id = g.session;

CREATE VIEW v_alarms AS -- alarms and whether they are still open
SELECT
    id AS alarm, device, rule, kind, priority, presence,
    strftime('%Y-%m-%dT%H:%M:%SZ', since_ns / 1000000000, 'unixepoch') AS since_utc,
    strftime('%Y-%m-%dT%H:%M:%SZ', until_ns / 1000000000, 'unixepoch') AS until_utc,
    text, value, episode, strftime('%Y-%m-%dT%H:%M:%SZ', acknowledged_ns / 1000000000, 'unixepoch') AS acknowledged_utc,
    acknowledged_by, repeats
FROM alarms;

CREATE VIEW v_coverage_hourly AS -- how much of each hour was recorded and could be analysed
SELECT
    device, strftime('%Y-%m-%dT%H:%M:%SZ', hour_ns / 1000000000, 'unixepoch') AS hour_utc, recorded_s, analysable_s,
    round(analysable_s / 36.0, 1) AS analysable_pct, round(3600 - recorded_s, 1) AS missing_s
FROM hourly;

CREATE VIEW v_heart_hourly AS -- rates, rhythm and ectopy of each hour
SELECT
    device, strftime('%Y-%m-%dT%H:%M:%SZ', hour_ns / 1000000000, 'unixepoch') AS hour_utc, hr_median AS heart_rate_bpm,
    hr_min AS heart_rate_min_bpm, hr_max AS heart_rate_max_bpm, rmssd_median AS rmssd_ms, pr_median AS pr_ms,
    qrs_median AS qrs_ms, qtcf_median AS qtcf_ms, af_s, sinus_s, other_s, noise_s, beats,
    s_beats AS supraventricular_ectopic_beats, v_beats AS ventricular_ectopic_beats, pauses
FROM hourly;

CREATE VIEW v_nights AS -- rates, rhythm and ectopy of each night, 22:00-06:00 local
SELECT
    device, night, recorded_s, analysable_s, hr_rest AS resting_heart_rate_bpm, hr_median AS heart_rate_bpm,
    hr_min AS heart_rate_min_bpm, hr_max AS heart_rate_max_bpm, rmssd_median AS rmssd_ms, af_s, sinus_s, other_s, noise_s,
    beats, s_beats AS supraventricular_ectopic_beats, v_beats AS ventricular_ectopic_beats, pauses
FROM nightly;

CREATE VIEW v_notes AS -- what people wrote down
SELECT
    n.id AS note, w.name AS wearer, strftime('%Y-%m-%dT%H:%M:%SZ', n.at_ns / 1000000000, 'unixepoch') AS at_utc,
    n.kind, n.text, n.private, n.author
FROM notes AS n
JOIN wearers AS w ON w.id = n.wearer;
