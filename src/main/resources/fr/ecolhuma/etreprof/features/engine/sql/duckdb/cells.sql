-- What a cell says, as fr.ecolhuma.etreprof.ingestion.cell reads it: a pattern stands before each cast, since the engine's
-- own casts take 1E+05 and 0x10 for numbers and drop what they do not know of a time.
-- These are for cells that are not written in the usual way, which the views look for first.
CREATE OR REPLACE MACRO cell_text(cell) AS NFC_NORMALIZE(REGEXP_REPLACE(
    cell,
    '^[\x00-\x20\x7F-\x{A0}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{2064}\x{3000}\x{FEFF}]+|[\x00-\x20\x7F-\x{A0}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{2064}\x{3000}\x{FEFF}]+$',
    '',
    'g'
));

CREATE OR REPLACE MACRO cell_is_null(cell) AS
    cell IS NULL OR REGEXP_FULL_MATCH(cell_text(cell), '(?i)|null|\\N|none|nan|<na>|n/a|na|nil|undefined');

-- The usual way to write a number or a time is the one in which the engine writes it: where the cell is the same text, the cast
-- has neither guessed nor dropped anything. This takes half the time of a pattern.
CREATE OR REPLACE MACRO usual_id(cell) AS
    CASE
        WHEN TRY_CAST(cell AS BIGINT) BETWEEN 0 AND 999999999999999999 THEN CAST(TRY_CAST(cell AS BIGINT) AS VARCHAR)
    END;

CREATE OR REPLACE MACRO usual_time(cell) AS
    CASE WHEN ISFINITE(TRY_CAST(cell AS TIMESTAMP)) THEN CAST(TRY_CAST(cell AS TIMESTAMP) AS VARCHAR) END;

-- What two ways to write a type share.
CREATE OR REPLACE MACRO cell_stem(cell) AS
    REGEXP_REPLACE(LOWER(STRIP_ACCENTS(cell_text(cell))), 's?[^a-z0-9]+|s$', '', 'g');

CREATE OR REPLACE MACRO cell_id(cell) AS
    TRY_CAST(NULLIF(REGEXP_EXTRACT(cell_text(cell), '^0*(\d{1,18})(\.0+)?$', 1), '') AS BIGINT);

-- A text that is no number still names one thing: a negative key of its own.
CREATE OR REPLACE MACRO cell_key_text(cell) AS REGEXP_REPLACE(cell_text(cell), '^0+(\d+)$', '\1');

-- The key of an event stays in this engine, so that the fastest hash will do.
CREATE OR REPLACE MACRO cell_event(cell) AS
    COALESCE(cell_id(cell), -1 - CAST(HASH(cell_key_text(cell)) >> 1 AS BIGINT));

-- The key of a content is counted by, and the same in every engine: the first 15 digits of MD5.
CREATE OR REPLACE MACRO cell_content(cell) AS
    COALESCE(cell_id(cell), -1 - CAST('0x' || SUBSTR(MD5(cell_key_text(cell)), 1, 15) AS BIGINT));

-- Microseconds since 1970. What stands behind the ten characters of the date is the time and the offset.
CREATE OR REPLACE MACRO cell_time(cell) AS
    CASE
        WHEN REGEXP_FULL_MATCH(
            cell_text(cell),
            '\d{4}-\d\d-\d\d([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)?( ?(Z|UTC|[+-](0\d|1[0-4])(:?[0-5]\d)?))?'
        ) THEN
            EPOCH_US(TRY_CAST(REGEXP_EXTRACT(cell_text(cell), '^.{10}([T ][\d:.]+)?') AS TIMESTAMP))
            - CASE
                WHEN REGEXP_MATCHES(SUBSTR(cell_text(cell), 11), '[+-]') THEN
                    CASE WHEN CONTAINS(SUBSTR(cell_text(cell), 11), '-') THEN -60000000 ELSE 60000000 END * (
                        60 * CAST(REGEXP_EXTRACT(SUBSTR(cell_text(cell), 11), '[+-](\d\d)', 1) AS BIGINT)
                        + COALESCE(
                            TRY_CAST(
                                NULLIF(REGEXP_EXTRACT(SUBSTR(cell_text(cell), 11), '[+-]\d\d:?(\d\d)$', 1), '') AS BIGINT
                            ),
                            0
                        )
                    )
                ELSE 0
            END
    END;
