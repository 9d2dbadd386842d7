package org.headroom.model;

/** Why a measurement is unknown. Stored as its ordinal in measurement columns, so new reasons go to the end. */
public enum UnknownReason {
    /** The measurement is known; the reason is not used. */
    NONE("known"),
    /** The project has no layer of the kind that is needed. */
    NO_LAYER("the project has no layer of the kind that is needed"),
    /** No record lies within the reach that the policy allows. */
    NO_RECORD_IN_REACH("no usable record within the reach that the policy allows"),
    /** The site lies outside the area that the layer covers. */
    OUTSIDE_COVERAGE("the site lies outside the area that the layer covers"),
    /** A record was found, but the field that is needed is empty. */
    FIELD_MISSING("the record found has no value in the field that is needed"),
    /** Too few records for a figure that can be defended. */
    TOO_FEW_RECORDS("too few records for a figure that can be defended"),
    /** Nobody has looked: silence of a source is not an all-clear. */
    NOT_CHECKED("the sources do not say whether anybody has checked"),
    /** A date that decides is missing or not verified. */
    DATE_UNCERTAIN("a date that decides is missing or not verified"),
    /** The scoring module failed or broke its contract for this site. */
    MODULE_FAILED("the scoring module failed or left its declared range"),
    /** What the record told of is over, and no source says what holds since. */
    ENDED("it has ended, and no source says what holds since"),
    /** The place of the site is known too coarsely: the answer differs from one end of it to the other. */
    PLACE_COARSE("the place is known too coarsely to tell");

    private final String text;

    UnknownReason(String text) {
        this.text = text;
    }

    /** The reason in words, without a full stop. */
    public String text() {
        return text;
    }
}
