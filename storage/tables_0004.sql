ALTER TABLE segments ADD COLUMN measures TEXT NOT NULL DEFAULT '{}'; -- JSON object by metric: [median, IQR, beats], or [null, null, beats, reason]

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
    json_extract(b.data, '$.pu[' || r.key || ']') AS p_height_uv,
    json_extract(b.data, '$.tu[' || r.key || ']') AS t_height_uv,
    json_extract(b.data, '$.st[' || r.key || ']') AS st_j60_uv,
    s.session, s.start + r.value AS sample, s.version
FROM segments AS s
JOIN sessions AS x ON x.id = s.session
JOIN beats AS b ON b.session = s.session AND b.start = s.start AND b.version = s.version
JOIN json_each(b.data, '$.r') AS r
WHERE s.current = 1;

CREATE VIEW v_measures AS -- intervals, heights and ST of each window: one row a metric, current versions only
SELECT
    s.device, strftime('%Y-%m-%dT%H:%M:%SZ', s.start_ns / 1000000000, 'unixepoch') AS start_utc,
    m.key AS metric, json_extract(m.value, '$[0]') AS median, json_extract(m.value, '$[1]') AS interquartile_range,
    json_extract(m.value, '$[2]') AS beats, json_extract(m.value, '$[3]') AS missing_because,
    s.session, s.start AS first_sample, s.version
FROM segments AS s
JOIN json_each(s.measures) AS m
WHERE s.current = 1;
