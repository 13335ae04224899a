package com.acme.corpus;

import io.querybudget.FindingKind;
import io.querybudget.Verdict;

/**
 * What is to be found in a case.
 *
 * @param kind what it is
 * @param verdict how sure the library has to be
 * @param subject the association, such as {@code Order.lines} or {@code A.b or C.d}, or {@code table Product}
 * @param enclosing the subject of the N+1 it is nested in, or the empty string
 * @param hibernate the only line of Hibernate on which it is there, 0 for all
 * @param place the method and line that trigger it, such as {@code totals (Orders.java:7)}
 */
record Label(FindingKind kind, Verdict verdict, String subject, String enclosing, int hibernate, String place) {

    @Override
    public String toString() {
        return Sighting.name(kind) + verdict + " " + subject + (enclosing.isEmpty() ? "" : " in " + enclosing) + " at "
                + place;
    }
}
