package io.querybudget.detection;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys that some statements looked up, compared with one column of an earlier result.
 *
 * @param repetition the statements
 * @param lookedUp their keys
 * @param source the column that the keys may come from
 */
record KeyMatch(Repetition repetition, KeyColumn lookedUp, KeySource source) {

    private static final int MANY = 3;

    /** {@return whether the column holds several keys, and all that were looked up, as far as its rows are remembered} */
    boolean holdsKeys() {
        return source.rowsByKey().size() > 1 && source.rowsByKey().keySet().containsAll(comparable());
    }

    /** {@return whether all keys of the column were looked up} */
    boolean isOfAllKeys() {
        return comparable().size() == source.rowsByKey().size();
    }

    /** {@return whether they were looked up in the order of their rows} */
    boolean isWalk() {
        return isOfAllKeys() && source.areInOrder(comparable());
    }

    /** {@return whether those that the column holds were looked up in the order of their rows} */
    boolean isInOrderOfSome() {
        List<String> keys = comparable();
        return source.keys().stream().filter(keys::contains).toList().equals(keys);
    }

    boolean isOfMany() {
        return lookedUp.distinct().size() >= MANY;
    }

    /** One row of a query that joins a table twice or more often holds as many keys of it, in any row. */
    boolean isOfSeveralRows() {
        List<Trigger> members = members();
        long rows = members.stream()
                .flatMap(member -> member.sources().stream())
                .distinct()
                .count();
        return members.size() >= MANY && rows > 1;
    }

    /** A statement that asks for the keys of several rows is a part of a batch. */
    boolean isOfOneRowEach() {
        return members().stream().allMatch(member -> member.sources().size() == 1);
    }

    /** {@return the statements, each with the rows that hold its keys} */
    List<Trigger> members() {
        return IntStream.range(0, repetition.triggers().size())
                .mapToObj(i -> new Trigger(
                        repetition.triggers().get(i).statement(),
                        source.rowsOf(lookedUp.keys().get(i))))
                .toList();
    }

    private List<String> comparable() {
        return source.comparable(lookedUp.distinct());
    }
}
