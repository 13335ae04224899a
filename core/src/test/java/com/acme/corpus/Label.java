package com.acme.corpus;

import io.querybudget.Verdict;

/**
 * An N+1 that a case contains.
 *
 * @param verdict how sure the library has to be
 * @param subject the association, such as {@code Order.lines} or {@code A.b or C.d}, or {@code table Product}
 * @param enclosing the subject of the N+1 it is nested in, or the empty string
 * @param place the method and line that trigger it, such as {@code totals (Orders.java:7)}
 */
record Label(Verdict verdict, String subject, String enclosing, String place) {

    @Override
    public String toString() {
        return verdict + " " + subject + (enclosing.isEmpty() ? "" : " in " + enclosing) + " at " + place;
    }
}
