package io.querybudget.detection;

import io.querybudget.sql.ColumnName;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The column by which each statement of a repetition looked up other keys.
 *
 * @param name the column
 * @param keys the keys of each statement, in their order
 * @param areBeginnings whether the texts of the column begin with the keys instead of being equal to them
 */
record KeyColumn(ColumnName name, List<Set<String>> keys, boolean areBeginnings) {

    /**
     * {@return the column whose keys differ the most, one that is equal to them before one that begins with them; empty when
     * only pages, ranges or nothing differs}
     */
    static Optional<KeyColumn> of(List<StatementKeys> statements) {
        return of(statements.stream().map(StatementKeys::keysByColumn).toList(), false)
                .or(() -> of(
                        statements.stream()
                                .map(StatementKeys::beginningsByColumn)
                                .toList(),
                        true));
    }

    /** {@return whether a longer list of keys was handled in chunks} */
    static boolean areChunks(List<StatementKeys> statements) {
        List<Map<ColumnName, Set<String>>> keys =
                statements.stream().map(StatementKeys::keysByColumn).toList();
        return columns(keys, false).anyMatch(KeyColumn::isChunked);
    }

    private static Optional<KeyColumn> of(List<Map<ColumnName, Set<String>>> keysByColumn, boolean areBeginnings) {
        return columns(keysByColumn, areBeginnings)
                .filter(column -> !column.isConstant() && !column.isChunked())
                .max(Comparator.comparing(column -> column.distinct().size()));
    }

    /** {@return the columns by which all statements looked something up} */
    private static Stream<KeyColumn> columns(List<Map<ColumnName, Set<String>>> keysByColumn, boolean areBeginnings) {
        return keysByColumn.get(0).keySet().stream()
                .filter(column -> keysByColumn.stream().allMatch(each -> each.containsKey(column)))
                .map(column -> new KeyColumn(
                        column,
                        keysByColumn.stream()
                                .map(each -> each.getOrDefault(column, Set.of()))
                                .toList(),
                        areBeginnings));
    }

    /** {@return whether a function is called with the keys, which may do more than look something up} */
    boolean isArgument() {
        return name.equals(StatementKeys.ARGUMENT);
    }

    private boolean isConstant() {
        return keys.stream().distinct().count() < 2;
    }

    /** Chunks of a longer list are of one size, only the last one may be shorter, and no two of them share a key. */
    private boolean isChunked() {
        int size = keys.get(0).size();
        int last = keys.get(keys.size() - 1).size();
        List<Set<String>> chunks = keys.stream().distinct().toList();
        return size > 1
                && last <= size
                && keys.stream().limit(keys.size() - 1L).allMatch(each -> each.size() == size)
                && chunks.stream().mapToInt(Set::size).sum() == distinct().size();
    }

    /** {@return each key once, in the order of the statements} */
    List<String> distinct() {
        return keys.stream().flatMap(Collection::stream).distinct().toList();
    }

    /** {@return whether all keys are whole numbers or days, which coincide easily} */
    boolean areNumbers() {
        return distinct().stream()
                .map(key -> key.startsWith(StatementKeys.DAY) ? key.substring(StatementKeys.DAY.length()) : key)
                .allMatch(key -> !key.isEmpty() && key.chars().allMatch(Character::isDigit));
    }

    /** {@return whether the keys are at least four that no counter and no list of words would give} */
    boolean areIrregular() {
        List<BigInteger> numbers = digits();
        return numbers.size() >= 4
                && !isSequence(numbers, BigInteger::add)
                && !isSequence(numbers, BigInteger::multiply);
    }

    /** {@return whether the keys are numbers neither from the lowest up nor from the highest down, as no code counts} */
    boolean areShuffled() {
        List<BigInteger> numbers = digits();
        List<BigInteger> ascending = numbers.stream().sorted().toList();
        List<BigInteger> descending =
                numbers.stream().sorted(Comparator.reverseOrder()).toList();
        return areNumbers() && !numbers.equals(ascending) && !numbers.equals(descending);
    }

    /** {@return the digits of each key once, as a number; empty when a key has none} */
    private List<BigInteger> digits() {
        List<String> digits =
                distinct().stream().map(key -> key.replaceAll("\\D", "")).toList();
        return digits.contains("")
                ? List.of()
                : digits.stream().map(BigInteger::new).toList();
    }

    /** {@return whether each number is as far from the one before as from the one after, by sums or by products} */
    private static boolean isSequence(List<BigInteger> numbers, BinaryOperator<BigInteger> operator) {
        return IntStream.range(1, numbers.size() - 1)
                .allMatch(i -> operator.apply(numbers.get(i - 1), numbers.get(i + 1))
                        .equals(operator.apply(numbers.get(i), numbers.get(i))));
    }
}
