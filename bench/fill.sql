-- So many incidents of the last two years over all grids, oldest first, some %(waiting)s of them open; a clock for
-- each, and the moves that its page shows. bench/fill.py has made the tables it picks from: bench_place, bench_kind,
-- bench_office, bench_words. %(rows)s, %(waiting)s and %(at)s are given. The same random numbers each time.
SELECT setseed(0.2014);

CREATE TEMP TABLE bench_draw AS
SELECT i, %(at)s::timestamptz - (%(rows)s - i) * (interval '730 days' / %(rows)s) - interval '1 minute' AS reported_at,
    1 + floor(random() * (SELECT count(*) FROM bench_place))::int AS place,
    1 + floor(random() * (SELECT count(*) FROM bench_kind))::int AS kind,
    CASE WHEN random() < 0.6 THEN 1 + floor(random() * (SELECT count(*) FROM bench_office))::int END AS office,
    CASE
        WHEN random() < CASE WHEN i > %(rows)s - 1.2 * %(waiting)s THEN 0.8 ELSE 0.04 * %(waiting)s / %(rows)s END
            THEN (ARRAY['reported', 'accepted', 'assigned', 'in_progress', 'rework', 'resolved', 'verified'])
                 [1 + width_bucket(random(), ARRAY[0.2, 0.4, 0.6, 0.8, 0.82, 0.92]::float8[])]
        ELSE (ARRAY['rejected', 'closed', 'evaluated'])[1 + width_bucket(random(), ARRAY[0.03, 0.4]::float8[])]
    END AS state,
    2 + width_bucket(random(), ARRAY[0.8, 0.95]::float8[]) AS tier,
    random() AS chance, random() AS urgency, random() < 0.02 AS is_unplaced,
    -- As in any language a few words are in most texts and most words in few: the square makes the first ones frequent.
    1 + floor(power(random(), 2) * (SELECT count(*) FROM bench_words))::int AS words, random() < 0.5 AS has_rubbish,
    %(at)s::timestamptz + (random() * 10 - 1) * interval '1 day' AS due_at
FROM generate_series(1, %(rows)s) AS i;

INSERT INTO incidents_incident (
    uuid, category_id, description, place, longitude, latitude, grid_id, area_key, state, tier, is_urgent, due_at, alert,
    rework_count, returned_count, department_id, handler_id, moved_at, handle_due_at, reporter_id, reported_at, accepted_at,
    resolved_by_id, resolved_at, reply, checked_at, verified_by_id, closed_by_id, closed_at, first_closed_at,
    rejected_reason,
    satisfaction, judgement, judged_at)
SELECT gen_random_uuid(), kind.id,
    place.name || '有居民反映：' || words.said || CASE WHEN has_rubbish THEN '旁边还有垃圾。' ELSE '' END
        || CASE WHEN i %% 10000 = 7 THEN '农民工在此讨薪。' ELSE '' END || '第' || i || '号', place.name || i %% 200 || '号',
    CASE WHEN NOT is_unplaced THEN place.longitude + (chance - 0.5) * 0.004 END,
    CASE WHEN NOT is_unplaced THEN place.latitude + (urgency - 0.5) * 0.004 END,
    CASE WHEN NOT is_unplaced THEN place.grid_id END,
    CASE WHEN is_unplaced THEN place.key - place.key %% 1000000 ELSE place.key END,
    state, tier, urgency < 0.05, CASE WHEN is_open OR is_asked THEN due_at END,
    CASE WHEN NOT is_open AND NOT is_asked THEN 'none' WHEN due_at < %(at)s THEN 'overdue'
         WHEN due_at < %(at)s::timestamptz + interval '1 day' THEN 'warned' ELSE 'none' END,
    CASE WHEN state = 'rework' OR chance < 0.05 AND is_handled THEN 1 ELSE 0 END, 0,
    CASE WHEN state IN ('assigned', 'in_progress', 'rework') OR is_handled THEN office.id END,
    CASE WHEN state IN ('in_progress', 'rework') OR is_handled THEN coalesce(office.handler_id, place.subcenter_id) END,
    reported_at + interval '4 hours',
    CASE WHEN state IN ('in_progress', 'rework') OR is_handled THEN reported_at + interval '3 days' END,
    place.worker_id, reported_at, CASE WHEN state NOT IN ('reported', 'rejected') THEN reported_at + interval '2 hours' END,
    CASE WHEN is_handled THEN coalesce(office.handler_id, place.subcenter_id) END,
    CASE WHEN is_handled THEN reported_at + chance * interval '3.2 days' END,
    CASE WHEN is_handled THEN words.reply ELSE '' END,
    CASE WHEN is_handled AND state <> 'resolved' THEN reported_at + interval '4 days' END,
    CASE WHEN is_handled AND state <> 'resolved' THEN place.station_id END,
    CASE WHEN is_over THEN place.station_id END, CASE WHEN is_over THEN reported_at + interval '5 days' END,
    CASE WHEN is_over THEN reported_at + interval '5 days' END,
    CASE WHEN state = 'rejected' THEN '不属于受理范围，已告知反映人相应办理渠道。' ELSE '' END,
    CASE WHEN state = 'evaluated' THEN (ARRAY['satisfied', 'basically', 'unsatisfied'])
        [1 + width_bucket(chance, ARRAY[0.72, 0.94]::float8[])] ELSE '' END,
    '', CASE WHEN state = 'evaluated' THEN reported_at + interval '6 days' END
FROM bench_draw
CROSS JOIN LATERAL (SELECT
    state NOT IN ('rejected', 'closed', 'evaluated') AS is_open, state IN ('closed', 'evaluated') AS is_over,
    state IN ('resolved', 'verified', 'closed', 'evaluated') AS is_handled,
    state = 'closed' AND i > %(rows)s - 2 * %(waiting)s AS is_asked) AS told
JOIN bench_place AS place ON place.n = bench_draw.place
JOIN bench_kind AS kind ON kind.n = bench_draw.kind
JOIN bench_words AS words ON words.n = bench_draw.words
LEFT JOIN bench_office AS office ON office.n = bench_draw.office
ORDER BY i;

INSERT INTO deadlines_deadline (
    matter_type, matter_id, area_key, kind, amount, unit, extensions, started_at, warn_at, due_at, raise_at, stopped_at,
    is_cancelled, step, next_check_at, warn_days, reminders)
SELECT 'incidents.incident', id, area_key, stage.kind, 5, 'natural_days', 0, due - interval '5 days', due - interval '1 day',
    due, due + interval '2.5 days', CASE WHEN due_at IS NULL THEN reported_at END, false, alert,
    CASE WHEN due_at IS NULL THEN NULL WHEN alert = 'overdue' THEN due + interval '2.5 days'
         WHEN alert = 'warned' THEN due ELSE due - interval '1 day' END, '[]', 0
FROM incidents_incident
CROSS JOIN LATERAL (SELECT coalesce(due_at, reported_at + interval '5 days') AS due) AS clock
LEFT JOIN (VALUES ('reported', 'accept'), ('accepted', 'dispatch'), ('assigned', 'sign'), ('in_progress', 'handle'),
    ('rework', 'handle'), ('resolved', 'check'), ('verified', 'close'), ('closed', 'evaluation'),
    ('evaluated', 'evaluation'), ('rejected', 'accept')) AS stage (state, kind) USING (state);

-- What else is running, and not due.
INSERT INTO deadlines_deadline (
    matter_type, matter_id, area_key, kind, amount, unit, extensions, started_at, warn_at, due_at, raise_at, is_cancelled,
    step, next_check_at, warn_days, reminders)
SELECT 'mediation.case', i, place.key, 'mediate', 30, 'natural_days', 0, %(at)s, at + interval '24 days',
    at + interval '30 days', at + interval '45 days', false, 'none', at + interval '24 days', '[]', 0
FROM generate_series(1, %(rows)s / 20) AS i
CROSS JOIN LATERAL (SELECT %(at)s::timestamptz + random() * interval '5 days' AS at) AS start
JOIN bench_place AS place ON place.n = 1 + i %% 1091;

INSERT INTO incidents_move (incident_id, act, from_state, to_state, by_id, tier, department_id, note, at, due_at)
SELECT id, step.act, step.old, step.new, CASE step.who WHEN 1 THEN reporter_id WHEN 2 THEN handler_id ELSE verified_by_id END,
    tier, CASE WHEN step.act = 'assign' THEN department_id END, step.note, reported_at + step.n * interval '1 hour', NULL
FROM incidents_incident
JOIN (VALUES (1, 'report', '', 'reported', 1, ''), (2, 'accept', 'reported', 'accepted', 3, ''),
    (3, 'assign', 'accepted', 'assigned', 3, '请尽快处理'), (4, 'sign', 'assigned', 'in_progress', 2, ''),
    (5, 'resolve', 'in_progress', 'resolved', 2, '已到现场处理完毕'), (6, 'close', 'verified', 'closed', 3, ''))
    AS step (n, act, old, new, who, note)
    ON step.n = 1 OR accepted_at IS NOT NULL AND step.n = 2 OR handler_id IS NOT NULL AND step.n <= 4
    OR resolved_at IS NOT NULL AND step.n <= 5 OR closed_at IS NOT NULL AND step.n <= 6
ORDER BY id, step.n;

DROP TABLE bench_draw;
