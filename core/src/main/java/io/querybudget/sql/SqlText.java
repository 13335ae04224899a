package io.querybudget.sql;

import io.querybudget.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a SQL text says about itself: its kind, its shape, and the columns behind its results and parameters.
 *
 * <p>Never fails: a text that cannot be read is of kind {@link StatementKind#OTHER} and is its own shape. Immutable.
 */
public final class SqlText {

    private static final RecentTexts RECENT = new RecentTexts(2_000);

    private final String text;
    private final Analysis analysis;

    private SqlText(String text, Analysis analysis) {
        this.text = text;
        this.analysis = analysis;
    }

    /** Reads a text, or takes what is remembered of it. */
    public static SqlText of(String sql) {
        return RECENT.get(sql, SqlText::read);
    }

    private static SqlText read(String sql) {
        return new SqlText(sql, Lexer.read(sql).map(Analysis::of).orElseGet(() -> Analysis.ofUnreadable(sql)));
    }

    /** {@return the text as it was given} */
    public String text() {
        return text;
    }

    /**
     * {@return what the statement does; a query over a write ({@code final table}, a writing common table) is that write}
     */
    public StatementKind kind() {
        return analysis.kind();
    }

    /**
     * Returns the text without comments, literals and the lengths of its lists. Spaces and the case of unquoted words do
     * not matter, numbers in {@code order by} and {@code group by} stay. The shape of a shape is that shape.
     */
    public String shape() {
        return analysis.shape();
    }

    /**
     * {@return whether the statement only fetches a value of a sequence or the last generated key; its kind is then
     * {@link StatementKind#OTHER}}
     */
    public boolean isSequenceFetch() {
        return analysis.isSequenceFetch();
    }

    /** {@return whether the statement locks the rows that it reads, as by {@code for update}} */
    public boolean isLockingRead() {
        return analysis.isLockingRead();
    }

    /** {@return whether the statement limits or skips rows} */
    public boolean isPaged() {
        return operands().stream().anyMatch(SqlOperand::isPaging);
    }

    /** {@return the tables read or written, without schema, in lower case unless quoted, in the order of the text} */
    public Set<String> tables() {
        return analysis.tables();
    }

    /** {@return the table that an insert, update, delete or merge writes; empty when that is not certain} */
    public Optional<String> writtenTable() {
        return analysis.writtenTable();
    }

    /**
     * Returns the table's column that a column of the result plainly is.
     *
     * @param index from 1 on, as in JDBC
     * @return empty for expressions, for columns behind a {@code *}, for subqueries, and outside of the result
     */
    public Optional<ColumnName> resultColumn(int index) {
        List<Optional<ColumnName>> columns = analysis.resultColumns();
        return index >= 1 && index <= columns.size() ? columns.get(index - 1) : Optional.empty();
    }

    /** {@return the columns of tables that the result plainly has, in its order} */
    public List<ColumnName> resultColumns() {
        return analysis.resultColumns().stream().flatMap(Optional::stream).toList();
    }

    /**
     * {@return the parameters, and the literals that are compared with a column or limit rows, in their order; none when
     * parameters are numbered or named}
     */
    public List<SqlOperand> operands() {
        return analysis.operands();
    }

    /**
     * Returns the text for people to read: in one line, without comments, quoted literals and long select lists.
     *
     * @param maxLength in characters, at least 1; a longer text ends in {@code …}
     */
    public String display(int maxLength) {
        return DisplayWriter.write(text, maxLength);
    }

    /**
     * Returns the shape for people to compare: select lists, inserted columns and assignments of more than one item are
     * {@code …}, and tables have their names instead of aliases. A table that is named twice has a number the second time.
     */
    public String outline() {
        return OutlineWriter.write(analysis.shape());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SqlText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return the shape, which holds no values} */
    @Override
    public String toString() {
        return analysis.shape();
    }
}
