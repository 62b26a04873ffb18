-- The latest event not later than now.
SELECT MAX(at_us) AS at_us FROM counted_events WHERE kind <> 0 AND at_us <= {now_us}
