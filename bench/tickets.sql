-- A ticket for each incident, as if people had sent all of them themselves: its state follows the incident's, but that
-- of the open ones three in twenty wait for the hotline itself.
INSERT INTO hotline_ticket (
    uuid, code, channel, is_secret, kind, category_id, content, place, longitude, latitude, area_id, area_key, is_urgent, state,
    due_at, alert, reply_due_at, incident_id, answer, reason, returned_count, rework_count, is_with_lead, to_be_told, received_at,
    moved_at, dispatched_at, replied_at, closed_at, satisfaction, judgement)
SELECT gen_random_uuid(), '', CASE WHEN incident.id %% 2 = 0 THEN 'open311' ELSE 'portal' END, false, 'help', category_id,
    description, place, longitude, latitude, area.id, area_key, is_urgent,
    CASE WHEN state IN ('closed', 'evaluated', 'rejected') THEN 'archived'
         ELSE (ARRAY['returned', 'replied', 'follow_up', 'dispatched'])[1 + least(incident.id %% 20, 3)] END,
    CASE WHEN state NOT IN ('closed', 'evaluated', 'rejected') THEN coalesce(due_at, reported_at + interval '10 days') END, 'none',
    reported_at + interval '10 days', CASE WHEN state IN ('closed', 'evaluated', 'rejected') OR incident.id %% 20 > 0
        THEN incident.id END, reply, '', 0, 0, false, false, reported_at,
    coalesce(closed_at, moved_at), reported_at, resolved_at,
    CASE WHEN state IN ('closed', 'evaluated', 'rejected') THEN coalesce(closed_at, reported_at) END, '', ''
FROM incidents_incident AS incident
JOIN grids_area AS area ON area.key = incident.area_key
ORDER BY incident.id;

INSERT INTO hotline_ticketmove (ticket_id, act, from_state, to_state, at, note, due_at)
SELECT id, 'dispatch', 'received', 'dispatched', received_at, '', NULL FROM hotline_ticket ORDER BY id;
INSERT INTO hotline_ticketmove (ticket_id, act, from_state, to_state, at, note, due_at)
SELECT id, 'review', 'replied', 'closed', closed_at, '', NULL FROM hotline_ticket WHERE closed_at IS NOT NULL ORDER BY id;
