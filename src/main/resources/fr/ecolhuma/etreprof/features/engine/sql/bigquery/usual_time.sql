CASE
        WHEN REGEXP_CONTAINS(
            time_bare,
            r'^\d{4}-\d\d-\d\d([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)?( ?(Z|UTC|[+-](0\d|1[0-4])(:?[0-5]\d)?))?$'
        ) THEN
            86400000000 * UNIX_DATE(SAFE_CAST(SUBSTR(time_bare, 1, 10) AS DATE))
            + 3600000000 * COALESCE(CAST(REGEXP_EXTRACT(time_bare, r'^.{10}[T ](\d\d)') AS INT64), 0)
            + 60000000 * COALESCE(CAST(REGEXP_EXTRACT(time_bare, r'^.{10}[T ]\d\d:(\d\d)') AS INT64), 0)
            + 1000000 * COALESCE(CAST(REGEXP_EXTRACT(time_bare, r'^.{10}[T ]\d\d:\d\d:(\d\d)') AS INT64), 0)
            + COALESCE(CAST(RPAD(REGEXP_EXTRACT(time_bare, r'^.{19}\.(\d{1,6})'), 6, '0') AS INT64), 0)
            - CASE WHEN REGEXP_CONTAINS(time_bare, r'^.{10}.*-') THEN -60000000 ELSE 60000000 END * (
                60 * COALESCE(CAST(REGEXP_EXTRACT(time_bare, r'^.{10}.*[+-](\d\d)') AS INT64), 0)
                + COALESCE(CAST(REGEXP_EXTRACT(time_bare, r'^.{10}.*[+-]\d\d:?(\d\d)$') AS INT64), 0)
            )
    END
