-- %(rows)s check-ins of the last two years at 80 points, six to a shift, with the points that were due and the figures
-- that the nightly job would count. bench/fill.py has made bench_place.
SELECT setseed(0.2015);

INSERT INTO patrol_patrolpoint (name, kind, area_id, place, longitude, latitude, radius, unit, sign, area_key)
SELECT '卡口' || n, 'checkpoint', grid_id, name, longitude, latitude, 80, '', 1, key
FROM bench_place WHERE n %% 13 = 0 AND n <= 1040;

CREATE TEMP TABLE bench_point AS SELECT row_number() OVER (ORDER BY id) AS n, id, area_key, area_id FROM patrol_patrolpoint;

INSERT INTO patrol_shift (uuid, area_id, area_key, leader_id, starts_at, ends_at, with_police, note, state, required,
    visited, started_at, finished_at, reason, rest_reason)
SELECT gen_random_uuid(), area_id, area_key - area_key %% 1000000000, (SELECT min(id) FROM accounts_user), at,
    at + interval '2 hours', false, '', 'finished', 6, 6, at, at + interval '2 hours', '', ''
FROM generate_series(1, %(rows)s / 6) AS i
CROSS JOIN LATERAL (SELECT %(at)s::timestamptz - i * (interval '730 days' / (%(rows)s / 6)) AS at) AS start
JOIN bench_point ON bench_point.n = 1 + i %% 80;

INSERT INTO patrol_shiftstop (shift_id, point_id, position, due_at, visited_at)
SELECT shift.id, point.id, step, starts_at + step * interval '20 minutes', starts_at + step * interval '18 minutes'
FROM patrol_shift AS shift CROSS JOIN generate_series(1, 6) AS step
JOIN bench_point AS point ON point.n = 1 + (shift.id + step) %% 80;

INSERT INTO patrol_checkin (uuid, shift_id, point_id, by_id, way, made_at, received_at, is_far, is_unseen, is_untimely,
    is_clock_off, note, area_key)
SELECT gen_random_uuid(), shift_id, point_id, (SELECT min(id) FROM accounts_user), 'sign', visited_at, visited_at,
    random() < 0.03, false, false, false, '', point.area_key
FROM patrol_shiftstop AS stop JOIN bench_point AS point ON point.id = stop.point_id;

INSERT INTO indicators_rollup (measure, item, area_key, day, amount)
SELECT name, CASE WHEN name LIKE '%%/%%' THEN point_id::text ELSE '' END, area_key - area_key %% 1000000, day, sum(amount)
FROM (SELECT point_id, (due_at AT TIME ZONE 'Asia/Shanghai')::date AS day, count(*) AS amount FROM patrol_shiftstop
      GROUP BY 1, 2) AS counted
JOIN bench_point AS point ON point.id = point_id
CROSS JOIN (VALUES ('patrol.stop'), ('patrol.visited'), ('patrol.stop/point'), ('patrol.visited/point')) AS shelf (name)
GROUP BY 1, 2, 3, 4;

INSERT INTO indicators_rollup (measure, item, area_key, day, amount)
SELECT name, CASE WHEN name LIKE '%%/%%' THEN hour::text ELSE '' END, area_key - area_key %% 1000000, day, sum(amount)
FROM (SELECT area_key, (made_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
          extract(hour FROM made_at AT TIME ZONE 'Asia/Shanghai')::int AS hour, count(*) AS amount
      FROM patrol_checkin GROUP BY 1, 2, 3) AS counted
CROSS JOIN (VALUES ('patrol.check_in'), ('patrol.check_in/hour')) AS shelf (name)
GROUP BY 1, 2, 3, 4;

INSERT INTO indicators_rollup (measure, item, area_key, day, amount)
SELECT name, '', area_key, (starts_at AT TIME ZONE 'Asia/Shanghai')::date, count(*)
FROM patrol_shift CROSS JOIN (VALUES ('patrol.shift'), ('patrol.finished')) AS shelf (name)
GROUP BY 1, 2, 3, 4;

DROP TABLE bench_point;
