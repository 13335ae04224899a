package io.querybudget.junit;

import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import io.querybudget.Recording;
import io.querybudget.ShapeChange;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often each shape ran in a test, in the order in which they first ran.
 *
 * @param shapes by their text for people
 */
record Snapshot(Map<String, Shape> shapes) {

    private static final String TIMES = " × ";
    private static final String PLACES = "      at ";
    private static final String SEPARATOR = ", ";

    /** How often a shape ran, and where: as in {@code OrderService.totals}, without lines, which change too often. */
    record Shape(int count, Set<String> places) {

        Shape plus(Shape other) {
            Set<String> all = new LinkedHashSet<>(places);
            all.addAll(other.places);
            return new Shape(count + other.count, all);
        }
    }

    /** {@return the snapshot of a recording; values of sequences are fetched ahead, for whichever test comes next} */
    static Snapshot of(Recording recording) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        recording.statements().stream()
                .filter(statement -> statement.kind().isCounted())
                .forEach(statement -> {
                    SqlText sql = SqlText.of(statement.sql());
                    if (!sql.isSequenceFetch()) {
                        shapes.merge(sql.outline(), new Shape(1, places(statement)), Shape::plus);
                    }
                });
        return new Snapshot(shapes);
    }

    /** {@return what was written by {@link #lines}} */
    static Snapshot parse(List<String> lines) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        String shape = "";
        for (String line : lines) {
            int times = line.indexOf(TIMES);
            if (line.startsWith(PLACES)) {
                Set<String> places =
                        Set.copyOf(List.of(line.substring(PLACES.length()).split(SEPARATOR)));
                shapes.computeIfPresent(shape, (key, known) -> new Shape(known.count, places));
            } else if (times > 0) {
                shape = line.substring(times + TIMES.length());
                shapes.put(
                        shape,
                        new Shape(Integer.parseInt(line.substring(0, times).strip()), Set.of()));
            }
        }
        return new Snapshot(shapes);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        shapes.forEach((text, shape) -> {
            lines.add("  " + shape.count + TIMES + text);
            if (!shape.places.isEmpty()) {
                lines.add(PLACES + String.join(SEPARATOR, shape.places));
            }
        });
        return lines;
    }

    /** {@return the shapes whose counts are not those of an earlier snapshot} */
    Collection<ShapeChange> since(Snapshot earlier, Recording recording) {
        Map<String, ShapeChange> changes = new LinkedHashMap<>();
        earlier.shapes.forEach((text, shape) -> changes.put(
                text,
                new ShapeChange(
                        text, shape.count, 0, shape.places.stream().sorted().toList())));
        shapes.forEach((text, shape) -> changes.merge(
                text,
                new ShapeChange(text, 0, shape.count, lines(text, recording)),
                (before, now) -> new ShapeChange(text, before.before(), now.now(), now.places())));
        changes.values().removeIf(change -> change.before() == change.now());
        return changes.values();
    }

    private static Set<String> places(ExecutedStatement statement) {
        if (statement.repositoryMethod() != null) {
            return Set.of(statement.repositoryMethod());
        }
        return statement
                .origin()
                .map(origin -> Set.of(origin.simpleClassName() + "." + origin.methodName()))
                .orElse(Set.of());
    }

    private static List<String> lines(String shape, Recording recording) {
        return recording.statements().stream()
                .filter(statement -> SqlText.of(statement.sql()).outline().equals(shape))
                .map(statement -> statement
                        .origin()
                        .map(CallSite::toString)
                        .map(line -> statement.repositoryMethod() == null
                                ? line
                                : statement.repositoryMethod() + "  " + line)
                        .orElse(String.valueOf(statement.repositoryMethod())))
                .distinct()
                .collect(Collectors.toList());
    }
}
