package io.ghirbal.nlp.clean;

/** A form that a line has or a place that it stands in, by which its kind may be told without a phrase. */
@SuppressWarnings("EnumOrdinal") // a form is a bit of a mask; nothing stored depends on it
enum LineForm {
    DAY,
    NAME,
    CARD,
    WIRE,
    CREDIT,
    MENU,
    ADDRESS,
    RIGHTS,
    NETWORKS,
    TAG_LIST,
    GAUGE,
    LATIN,
    UNDER_LINKS,
    UNDER_COMMENTS,
    UNDER_TAGS,
    IN_MENU,
    AFTER_BOUNDARY,
    REPORT,
    OUR_HEADING,
    TAIL_LIST,
    HEADS_ANOTHER,
    INVITES,
    AUTHOR,
    SECTION_LABEL,
    TEASER;

    /** That a line has this form, which speaks for these roles: an entry of {@link AdmissibleRoles}. */
    long speaksFor(int roles) {
        return 1L << (Integer.SIZE + ordinal()) | roles;
    }
}
