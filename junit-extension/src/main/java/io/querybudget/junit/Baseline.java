package io.querybudget.junit;

import io.querybudget.Association;
import io.querybudget.Budget.Allowance;
import io.querybudget.CallSite;
import io.querybudget.Finding;
import io.querybudget.SuiteSummary;
import io.querybudget.TestSummary;
import io.querybudget.report.BaselineText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The findings that a project's tests had when they were frozen.
 *
 * @param classes the findings by their ids, by the name of the test class that met them
 */
record Baseline(SortedMap<String, SortedMap<String, Frozen>> classes) {

    private static final Pattern ENTRY = Pattern.compile(" +([0-9a-f]{8}) +at most (\\d{1,9}) statements? +(.*)");

    /**
     * A finding that fails no test while it is about no more statements than it was.
     *
     * @param atMost how many statements one test may spend on it
     * @param description what it is, for people to read
     */
    record Frozen(int atMost, String description) {

        private static Frozen of(Finding finding) {
            CallSite origin = finding.origin();
            String subject =
                    finding.associations().stream().map(Association::simpleRole).collect(Collectors.joining(" or "));
            String place = origin == null ? "" : origin.simpleClassName() + "." + origin.methodName();
            String description = String.join(" ", finding.kind().name(), subject, place);
            return new Frozen(finding.statementIds().size(), description.strip().replaceAll(" +", " "));
        }

        private static Frozen larger(Frozen one, Frozen other) {
            return one.atMost >= other.atMost ? one : other;
        }

        private static Frozen smaller(Frozen one, Frozen other) {
            return one.atMost <= other.atMost ? one : other;
        }
    }

    /**
     * {@return the baseline that a file holds}
     *
     * @throws IllegalArgumentException if a line cannot be read
     */
    static Baseline parse(List<String> lines, String file) {
        SortedMap<String, SortedMap<String, Frozen>> classes = new TreeMap<>();
        SortedMap<String, Frozen> current = new TreeMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            if (!line.startsWith(" ")) {
                current = classes.computeIfAbsent(line.strip(), unused -> new TreeMap<>());
            } else if (entry.matches() && !classes.isEmpty()) {
                current.put(
                        Objects.requireNonNull(entry.group(1)),
                        new Frozen(
                                Integer.parseInt(Objects.requireNonNull(entry.group(2))),
                                Objects.requireNonNull(entry.group(3))));
            } else {
                throw new IllegalArgumentException(BaselineText.unreadable(file, number, line));
            }
        }
        return new Baseline(classes);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(BaselineText.head());
        classes.forEach((testClass, findings) -> {
            lines.add("");
            lines.add(testClass);
            findings.forEach((id, frozen) -> lines.add(BaselineText.entry(id, frozen.atMost, frozen.description)));
        });
        return lines;
    }

    /** {@return the allowances that stand for it} */
    List<Allowance> allowances(String because) {
        Map<String, Frozen> byId = new HashMap<>();
        classes.values().forEach(findings -> findings.forEach((id, frozen) -> byId.merge(id, frozen, Frozen::larger)));
        return byId.entrySet().stream()
                .map(entry -> new Allowance(entry.getKey(), entry.getValue().atMost, because))
                .toList();
    }

    /** {@return this baseline and what the tests of a suite met beyond it} */
    Baseline grownBy(SuiteSummary suite) {
        SortedMap<String, SortedMap<String, Frozen>> grown = copy();
        met(suite)
                .forEach((testClass, findings) ->
                        findings.forEach((id, frozen) -> grown.computeIfAbsent(testClass, unused -> new TreeMap<>())
                                .merge(id, frozen, Frozen::larger)));
        return new Baseline(grown);
    }

    /** {@return this baseline without what the tests of a suite did not meet, whose classes came to their end or are gone} */
    Baseline shrunkBy(SuiteSummary suite, @Nullable ClassLoader testClasses) {
        Map<String, SortedMap<String, Frozen>> met = met(suite);
        Set<String> incomplete = new HashSet<>();
        Set<String> complete = new HashSet<>();
        for (TestSummary test : suite.tests()) {
            (test.isComplete() ? complete : incomplete).add(test.testClass());
        }
        complete.removeAll(incomplete);
        SortedMap<String, SortedMap<String, Frozen>> shrunk = new TreeMap<>();
        copy().forEach((testClass, findings) -> {
            if (complete.contains(testClass)) {
                SortedMap<String, Frozen> left = met.getOrDefault(testClass, Collections.emptySortedMap());
                findings.keySet().retainAll(left.keySet());
                findings.replaceAll((id, frozen) -> Frozen.smaller(frozen, left.getOrDefault(id, frozen)));
            }
            if (!findings.isEmpty() && exists(testClass, testClasses)) {
                shrunk.put(testClass, findings);
            }
        });
        return new Baseline(shrunk);
    }

    /** {@return how many findings it holds, each as often as a class met it} */
    int size() {
        return classes.values().stream().mapToInt(Map::size).sum();
    }

    private SortedMap<String, SortedMap<String, Frozen>> copy() {
        SortedMap<String, SortedMap<String, Frozen>> copy = new TreeMap<>();
        classes.forEach((testClass, findings) -> copy.put(testClass, new TreeMap<>(findings)));
        return copy;
    }

    private static Map<String, SortedMap<String, Frozen>> met(SuiteSummary suite) {
        Map<String, SortedMap<String, Frozen>> met = new HashMap<>();
        for (TestSummary test : suite.tests()) {
            for (Finding finding : test.ruling().refused()) {
                met.computeIfAbsent(test.testClass(), unused -> new TreeMap<>())
                        .merge(finding.id(), Frozen.of(finding), Frozen::larger);
            }
        }
        return met;
    }

    private static boolean exists(String testClass, @Nullable ClassLoader testClasses) {
        try {
            Class.forName(testClass, false, testClasses);
            return true;
        } catch (ClassNotFoundException | LinkageError gone) {
            return false;
        }
    }
}
