package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.Recording;
import java.util.Arrays;
import java.util.List;

/**
 * Tells what a test does itself from what the application does for it: what it prepares, holds open and writes one by one
 * says nothing about the application.
 */
final class TestCode {

    private final List<String> classes;

    private TestCode(List<String> classes) {
        this.classes = classes;
    }

    /** {@return the test whose unit of work was recorded, told by its name; no code is that of a request} */
    static TestCode of(Recording recording) {
        return new TestCode(Arrays.asList(recording.name().split(" > |\\.")));
    }

    boolean holds(CallSite place) {
        String nested = place.className().substring(place.className().lastIndexOf('.') + 1);
        return Arrays.stream(nested.split("\\$")).anyMatch(classes::contains);
    }

    /** {@return whether the innermost frame is of the test} */
    boolean begins(List<CallSite> callPath) {
        return !callPath.isEmpty() && holds(callPath.get(0));
    }
}
