package io.querybudget;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one test executed and what was found in it, without its statements: small enough to be kept for a whole suite.
 *
 * @param testClass the name of the test class
 * @param name the name of the test, such as {@code OrderTests > loads_open_orders()}
 * @param isLimited whether the test has a limit on numbers
 * @param isComplete whether the test came to its end, so that what it did not meet was not there
 * @param statements how many statements ran, session control and data definition left out
 * @param mostRows the most rows that one statement returned
 * @param elapsedNanos the time that its statements took, in nanoseconds
 * @param findings what was found in it, {@link Verdict#INFO} left out
 * @param ruling what its budgets said of its findings
 * @param exercised the roles that were loaded for more than one owner
 * @param unexercised the roles that were loaded for one owner only
 */
public record TestSummary(
        String testClass,
        String name,
        boolean isLimited,
        boolean isComplete,
        int statements,
        long mostRows,
        long elapsedNanos,
        List<Finding> findings,
        Ruling ruling,
        Set<String> exercised,
        Set<String> unexercised) {

    /** Copies the collections. */
    public TestSummary {
        findings = List.copyOf(findings);
        exercised = Set.copyOf(exercised);
        unexercised = Set.copyOf(unexercised);
    }

    /** {@return the summary of a test} */
    public static TestSummary of(
            String testClass, Analysis analysis, boolean isLimited, boolean isComplete, Ruling ruling) {
        Recording recording = analysis.recording();
        return new TestSummary(
                testClass,
                recording.name(),
                isLimited,
                isComplete,
                recording.total(),
                Measure.of(Quantity.ROWS).of(recording),
                recording.statements().stream()
                        .mapToLong(statement -> statement.execution().elapsedNanos())
                        .sum(),
                analysis.findings().stream()
                        .filter(finding -> finding.verdict() != Verdict.INFO)
                        .toList(),
                ruling,
                exercised(recording),
                analysis.unexercised().stream()
                        .filter(each -> each.reason() == Unexercised.Reason.ONE_OWNER)
                        .map(Unexercised::subject)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> exercised(Recording recording) {
        Set<String> loaded = new HashSet<>();
        Set<String> exercised = new TreeSet<>();
        for (ExecutedStatement statement : recording.statements()) {
            roles(statement)
                    .filter(role -> !loaded.add(role) || statement.cause().isBatched())
                    .forEach(exercised::add);
        }
        return exercised;
    }

    private static Stream<String> roles(ExecutedStatement statement) {
        return Stream.concat(
                        statement.cause().association().stream(),
                        statement.provenance().owners().stream().map(Owner::association))
                .map(Association::simpleRole)
                .distinct();
    }
}
