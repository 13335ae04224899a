package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement.Execution;
import io.querybudget.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what a test does itself from what the application does for it: what it prepares, holds open and writes one by one
 * says nothing about the application.
 */
final class TestCode {

    private final List<String> classes;

    /** The binary names of the classes that declare the test method; the class of the test may inherit it. */
    private final Set<String> declaring;

    private TestCode(List<String> classes, Set<String> declaring) {
        this.classes = classes;
        this.declaring = declaring;
    }

    /** {@return the test whose unit of work was recorded, told by its name; no code is that of a request} */
    static TestCode of(Recording recording) {
        String name = recording.name();
        List<String> methods = Arrays.stream(name.split(" > "))
                .filter(part -> part.contains("()"))
                .map(part -> part.substring(0, part.indexOf("()")))
                .toList();
        return new TestCode(Arrays.asList(name.split(" > |\\.")), declaring(methods, recording));
    }

    private static Set<String> declaring(List<String> methods, Recording recording) {
        return recording.statements().stream()
                .filter(statement -> !methods.isEmpty() && isOfThread(statement.execution()))
                .flatMap(statement -> outermost(statement.callPath(), methods).stream())
                .map(CallSite::className)
                .collect(Collectors.toSet());
    }

    private static boolean isOfThread(Execution execution) {
        return !execution.isCarried() && !execution.isAdopted();
    }

    private static Optional<CallSite> outermost(List<CallSite> callPath, List<String> methods) {
        for (int i = callPath.size() - 1; i >= 0; i--) {
            if (methods.contains(callPath.get(i).methodName())) {
                return Optional.of(callPath.get(i));
            }
        }
        return Optional.empty();
    }

    boolean holds(CallSite place) {
        String nested = place.className().substring(place.className().lastIndexOf('.') + 1);
        return declaring.contains(place.className())
                || Arrays.stream(nested.split("\\$")).anyMatch(classes::contains);
    }

    /** {@return whether the innermost frame is of the test} */
    boolean begins(List<CallSite> callPath) {
        return !callPath.isEmpty() && holds(callPath.get(0));
    }
}
