CREATE TABLE parameters (as_of_us BIGINT);

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
