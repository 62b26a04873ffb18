-- 12 million take about 120 MB.
CREATE OR REPLACE TABLE events AS SELECT id, user_id, kind, content_id, at_us, cells FROM typed_events;
