package com.acme.corpus;

/** What a case shows. */
public enum CaseKind {
    /** A problem that has to be found. */
    POSITIVE,
    /** Code that resembles a problem and is none. */
    LOOK_ALIKE,
    /** Code of which nobody could tell from what it executed whether it is an N+1: a warning is right, a proof is not. */
    DOUBTFUL,
    /** The repair of a positive. */
    REMEDY
}
