SAFE_CAST(REGEXP_EXTRACT({cell}, r'^0*(\d{1,18})(?:\.0+)?$') AS INT64)
