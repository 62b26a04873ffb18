REGEXP_REPLACE({cell}, r'^0+(\d+)$', r'\1')
