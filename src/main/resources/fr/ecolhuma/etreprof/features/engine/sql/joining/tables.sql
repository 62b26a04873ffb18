-- What an engine counts of the events; see the statements of the same names.
CREATE TABLE tallies (user_id BIGINT, kind TINYINT, late BOOLEAN, row_count BIGINT, first_us BIGINT, last_us BIGINT);

CREATE TABLE uses (user_id BIGINT, kind TINYINT, content_id BIGINT, uses BIGINT, last_us BIGINT);

CREATE TABLE windows (
    user_id BIGINT,
    week_minus_0 BIGINT,
    week_minus_1 BIGINT,
    week_minus_2 BIGINT,
    week_minus_3 BIGINT,
    week_minus_4 BIGINT,
    week_minus_5 BIGINT,
    week_minus_6 BIGINT,
    week_minus_7 BIGINT,
    week_minus_8 BIGINT,
    week_minus_9 BIGINT,
    week_minus_10 BIGINT,
    week_minus_11 BIGINT,
    month_minus_0 BIGINT,
    month_minus_1 BIGINT,
    month_minus_2 BIGINT,
    month_minus_3 BIGINT,
    month_minus_4 BIGINT,
    month_minus_5 BIGINT,
    month_minus_6 BIGINT,
    month_minus_7 BIGINT,
    month_minus_8 BIGINT,
    month_minus_9 BIGINT,
    month_minus_10 BIGINT,
    month_minus_11 BIGINT,
    year_minus_0 BIGINT,
    year_minus_1 BIGINT,
    year_minus_2 BIGINT
);

-- place: the row in the feature table, null for a user that the cleaning dropped
CREATE TABLE users (id BIGINT, place INTEGER);

-- kind: the usage event that reads it, null for types that no usage event reads
CREATE TABLE contents (
    place INTEGER,
    kind TINYINT,
    id BIGINT,
    transition_ecologique BOOLEAN,
    sante_mentale BOOLEAN,
    ecole_inclusive BOOLEAN,
    cps BOOLEAN,
    reussite_tous_eleves BOOLEAN
);

-- The tallies as they are judged.
CREATE VIEW tallied AS
SELECT user_id, kind, row_count, first_us AS at_us, last_us
FROM tallies;
