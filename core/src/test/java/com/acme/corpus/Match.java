package com.acme.corpus;

/**
 * A label and the sighting that belongs to it.
 *
 * @param label the label
 * @param sighting the sighting of the same subject or place
 */
record Match(Label label, Sighting sighting) {

    boolean isExact() {
        return sighting.fits(label);
    }

    boolean hasSubject() {
        return sighting.names(label);
    }

    boolean hasPlace() {
        return sighting.kind() == label.kind() && sighting.place().equals(label.place());
    }

    boolean hasVerdict() {
        return sighting.verdict() == label.verdict();
    }
}
