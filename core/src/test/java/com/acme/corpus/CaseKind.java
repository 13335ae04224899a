package com.acme.corpus;

/** What a case shows. */
public enum CaseKind {
    /** An N+1 that has to be found. */
    POSITIVE,
    /** Code that resembles an N+1 and is none. */
    LOOK_ALIKE,
    /** The repair of a positive. */
    REMEDY
}
