REGEXP_REPLACE(
            LOWER(REGEXP_REPLACE(NORMALIZE({cell}, NFD), r'\p{M}+', '')),
            r's?[^a-z0-9]+|s$',
            ''
        )
