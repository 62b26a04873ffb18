package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.edge.keys.Right;

/** The right that a call needs. */
enum Need {
    /** None: the greeting, the description and health. */
    NOTHING(Right.READ),
    /** To read what is not about single users; needs a key only where reading does. */
    READING(Right.READ),
    /** To read data of single users. */
    PERSONAL(Right.READ),
    /** To read the profile or the list of one user; that user's token has the right too. */
    OWN(Right.READ),
    /** To make a token for a user. */
    TOKEN(Right.READ),
    /** To send events; any user's token has the right too. */
    EVENTS(Right.SEND),
    /** To decide on contents and lists. */
    DECISIONS(Right.DECIDE),
    /** To change what is live, to read about the machine, and whatever is not in the table. */
    ADMINISTRATION(Right.ADMINISTER);

    private final Right right;

    Need(Right right) {
        this.right = right;
    }

    /** The right of a key that has it. */
    Right right() {
        return right;
    }

    /** Whether it is about reading, which settings may open. */
    boolean isReading() {
        return this == READING || this == PERSONAL || this == OWN;
    }
}
