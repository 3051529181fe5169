DROP VIEW v_episodes;
CREATE VIEW v_episodes AS -- events, current versions only
SELECT
    id AS episode, device, kind, strftime('%Y-%m-%dT%H:%M:%SZ', start_ns / 1000000000, 'unixepoch') AS start_utc,
    CASE open WHEN 0 THEN strftime('%Y-%m-%dT%H:%M:%SZ', end_ns / 1000000000, 'unixepoch') END AS end_utc,
    round((end_ns - start_ns) / 1e9, 1) AS duration_s, value,
    CASE kind WHEN 'pause' THEN 's' WHEN 'brady' THEN 'bpm' WHEN 'tachy' THEN 'bpm' WHEN 'wide_run' THEN 'beats'
        WHEN 'bigeminy' THEN 'beats' WHEN 'trigeminy' THEN 'beats' ELSE '0..1' END AS value_unit,
    open, version, session, start AS first_sample
FROM episodes
WHERE current = 1;
