CREATE TABLE explanations ( -- why an episode was found: its numbers, and the parts of the signal that decide
    episode INTEGER PRIMARY KEY REFERENCES episodes (id) ON DELETE CASCADE,
    start INTEGER NOT NULL, -- of the strip that was looked at
    n INTEGER NOT NULL,
    method TEXT NOT NULL, -- occlusion-1: parts whose masks cost the classifier most; criteria-1: what rules decide by
    model TEXT, -- the classifier; NULL: rules alone
    sha256 TEXT, -- of its file
    probability REAL, -- that the classifier gives the finding on the strip, 0 to 1
    masked REAL, -- the same with all parts masked
    by_chance REAL, -- the same with as many random parts masked
    quality REAL, -- of the strip, 0 to 1
    criteria TEXT NOT NULL, -- JSON object: name with its unit -> number
    parts TEXT NOT NULL -- JSON array of [first sample, samples, probability lost], most telling first
) STRICT;

CREATE TABLE explanations_due ( -- episodes whose explanation is still to be made
    episode INTEGER PRIMARY KEY REFERENCES episodes (id) ON DELETE CASCADE
) STRICT;

CREATE VIEW v_explanations AS -- the parts of the signal that decide a finding: one row a part, current episodes only
SELECT
    e.device, e.kind, x.method, x.model, x.sha256 AS model_sha256, x.probability, x.masked AS probability_if_masked,
    x.by_chance AS probability_if_masked_at_random, x.quality AS quality_0_to_1, p.key + 1 AS rank,
    strftime('%Y-%m-%dT%H:%M:%fZ', (e.start_ns + (json_extract(p.value, '$[0]') - e.start) * 1e9 / s.fs_hz) / 1e9, 'unixepoch') AS part_utc,
    round(json_extract(p.value, '$[1]') / s.fs_hz, 3) AS part_s, json_extract(p.value, '$[2]') AS probability_lost,
    x.criteria, e.session, json_extract(p.value, '$[0]') AS first_sample, e.id AS episode, e.version
FROM explanations AS x
JOIN episodes AS e ON e.id = x.episode
JOIN sessions AS s ON s.id = e.session
LEFT JOIN json_each(x.parts) AS p
WHERE e.current = 1;
