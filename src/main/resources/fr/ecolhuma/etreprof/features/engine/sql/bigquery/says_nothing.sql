({cell} IS NULL OR REGEXP_CONTAINS({cell}, r'^(?i:|null|\\N|none|nan|<na>|n/a|na|nil|undefined)$'))
