package io.querybudget.report;

import io.querybudget.Measure;
import io.querybudget.Quantity;
import io.querybudget.Subject;
import io.querybudget.Violation;
import java.util.Locale;

/** Says what was expected of a measure and what was measured. */
final class LimitText {

    private LimitText() {}

    /** {@return a sentence without its end, such as {@code expected at most 2 selects from Order but executed 3}} */
    static String of(Violation violation) {
        Quantity quantity = violation.measure().quantity();
        String limit = (violation.isExact() ? "exactly " : "at most ") + amount(violation);
        return switch (quantity) {
            case ROWS ->
                violation.isExact()
                        ? "expected " + limit + " from the statement that returns most but it returned "
                                + violation.actual()
                        : "expected " + limit + " per statement but one returned " + violation.actual();
            case BATCH_SIZE -> "expected the largest batch to hold " + limit + " but it held " + violation.actual();
            default -> "expected " + limit + " but " + verb(quantity) + " " + violation.actual();
        };
    }

    private static String amount(Violation violation) {
        Measure measure = violation.measure();
        return violation.limit() + " " + noun(measure, violation.limit() == 1)
                + (measure.dataSource().isEmpty() ? "" : " on " + measure.dataSource());
    }

    private static String noun(Measure measure, boolean isOne) {
        Quantity quantity = measure.quantity();
        return switch (quantity) {
            case LOADED -> loaded(measure.subject(), isOne);
            case ROWS -> isOne ? "row" : "rows";
            case TOTAL_ROWS -> (isOne ? "row" : "rows") + " in total";
            case BATCH_SIZE -> isOne ? "execution" : "executions";
            case CACHE_HITS -> "second-level cache " + (isOne ? "hit" : "hits");
            case CACHE_MISSES -> "second-level cache " + (isOne ? "miss" : "misses");
            default -> plain(quantity, isOne) + about(measure);
        };
    }

    private static String plain(Quantity quantity, boolean isOne) {
        return switch (quantity) {
            case OTHERS -> isOne ? "other statement" : "other statements";
            case DEFINITIONS -> isOne ? "data definition" : "data definitions";
            case SESSION_CONTROLS -> isOne ? "session control statement" : "session control statements";
            default -> {
                String many = quantity.name().toLowerCase(Locale.ROOT);
                yield isOne ? many.substring(0, many.length() - 1) : many;
            }
        };
    }

    private static String about(Measure measure) {
        if (measure.subject() instanceof Subject.All) {
            return "";
        }
        String preposition = switch (measure.quantity()) {
            case SELECTS, DELETES -> " from ";
            case INSERTS -> " into ";
            case UPDATES -> " of ";
            default -> " about ";
        };
        return preposition + measure.subject();
    }

    private static String loaded(Subject subject, boolean isOne) {
        if (subject instanceof Subject.Role) {
            return subject + (isOne ? " collection" : " collections");
        }
        return subject + (isOne ? " entity" : " entities");
    }

    private static String verb(Quantity quantity) {
        return switch (quantity) {
            case TOTAL_ROWS -> "read";
            case TRANSACTIONS, CONNECTIONS -> "used";
            case CACHE_HITS, CACHE_MISSES -> "counted";
            case LOADED -> "loaded";
            default -> "executed";
        };
    }
}
