CASE
        WHEN REGEXP_FULL_MATCH(
            created_at, '\d{4}-\d\d-\d\d[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z| UTC)?'
        ) THEN EPOCH_US(TRY_CAST(created_at AS TIMESTAMP))
        ELSE cell_time(created_at)
    END
