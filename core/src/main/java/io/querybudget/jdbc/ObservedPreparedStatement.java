package io.querybudget.jdbc;

import io.querybudget.jdbc.delegate.ForwardingPreparedStatement;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.ttddyy.dsproxy.QueryInfo;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that is observed.
 *
 * @param <S> the type of the statement it forwards to
 */
class ObservedPreparedStatement<S extends PreparedStatement> extends ObservedStatement<S>
        implements ForwardingPreparedStatement {

    /** In characters; longer texts are no keys. */
    private static final int LONGEST_TEXT = 1_000;

    /** Stands for a value that is too large to be kept; not comparable, so that it equals no other value. */
    private static final Object NOT_KEPT = new Object();

    private final String sql;
    private final List<@Nullable Object> bound = new ArrayList<>();
    private int batched;

    ObservedPreparedStatement(S target, String sql, ObservedConnection connection) {
        super(target, connection);
        this.sql = sql;
    }

    @Override
    public final void bound(int index, @Nullable Object value) {
        while (bound.size() < index) {
            bound.add(null);
        }
        if (index > 0) {
            Object key = BinaryKeys.comparable(value);
            bound.set(index - 1, isKept(key) ? key : NOT_KEPT);
        }
    }

    /**
     * Bytes, streams and long texts would pile up in a unit of work that writes many of them; what the methods of the
     * application's own types do is not known.
     */
    private static boolean isKept(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() <= LONGEST_TEXT;
        }
        return value == null || value instanceof Object[] || value instanceof Array || isComparable(value);
    }

    private static boolean isComparable(Object value) {
        return value instanceof Comparable
                && (value instanceof Enum || value.getClass().getName().startsWith("java."));
    }

    @Override
    final List<@Nullable Object> parameters() {
        return Collections.unmodifiableList(Arrays.asList(bound.toArray()));
    }

    @Override
    public void clearParameters() throws SQLException {
        bound.clear();
        target().clearParameters();
    }

    @Override
    public @Nullable ResultSet executeQuery() throws SQLException {
        return observe(execute(sql, target()::executeQuery));
    }

    @Override
    public boolean execute() throws SQLException {
        return execute(sql, target()::execute);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return execute(sql, target()::executeUpdate);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return execute(sql, target()::executeLargeUpdate);
    }

    @Override
    public void addBatch() throws SQLException {
        target().addBatch();
        batched++;
    }

    @Override
    public void clearBatch() throws SQLException {
        batched = 0;
        super.clearBatch();
    }

    @Override
    final Batch takeBatch() {
        Batch taken = new Batch(List.of(new QueryInfo(sql)), batched);
        batched = 0;
        return taken;
    }
}
