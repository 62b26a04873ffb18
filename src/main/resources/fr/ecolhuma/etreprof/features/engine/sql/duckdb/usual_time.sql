CASE
        WHEN usual_time(created_at) = created_at THEN EPOCH_US(TRY_CAST(created_at AS TIMESTAMP))
        ELSE cell_time(created_at)
    END
