-- So many articles of the knowledge base, %(rows)s, all published, each about what people report and what is done about
-- it. 停水 is in one of a thousand; words of the place and a number make each its own.
INSERT INTO hotline_article (
    code, title, answer, keywords, category_id, owner_id, valid_from, review_on, is_public, state, version, due_at, alert,
    used_in_year)
SELECT 'bench-' || i, left(words.said, 80) || i || '怎么办', place.name || '：' || words.reply
        || CASE WHEN i %% 1000 = 7 THEN '停水时请先问物业，再打供水服务电话。' ELSE '' END || '第' || i || '条',
    CASE WHEN i %% 3 = 0 THEN '垃圾 保洁' ELSE '' END, kind.id, office.id, %(at)s::date - 30, %(at)s::date + 150, i %% 2 = 0,
    'published', 1, %(at)s::timestamptz + interval '150 days', 'none', i %% 97
FROM generate_series(1, %(rows)s) AS i
JOIN bench_words AS words ON words.n = 1 + i %% (SELECT count(*) FROM bench_words)
JOIN bench_place AS place ON place.n = 1 + i * 7 %% (SELECT count(*) FROM bench_place)
JOIN bench_kind AS kind ON kind.n = 1 + i %% (SELECT count(*) FROM bench_kind)
JOIN bench_office AS office ON office.n = 1 + i %% (SELECT count(*) FROM bench_office)
ORDER BY i;
