package io.querybudget.jdbc;

import io.querybudget.jdbc.delegate.ForwardingResultSet;
import io.querybudget.recording.ConnectionRecord;
import io.querybudget.recording.StatementRecord;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A result that tells the recording which rows the application moves to, and which keys it reads of them. */
final class ObservedResultSet implements ForwardingResultSet, Observed {

    private final ResultSet target;
    private final ObservedStatement<?> statement;
    private final StatementRecord record;

    /** The rows of the other results of the statement that were read before the row that this one was moved to last. */
    private long rowsBefore;

    private long position;
    private long furthest;
    private @Nullable Object[] row = {};
    private boolean finished;

    ObservedResultSet(ResultSet target, ObservedStatement<?> statement, StatementRecord record) {
        this.target = target;
        this.statement = statement;
        this.record = record;
        opened();
    }

    @Override
    public ResultSet target() {
        return target;
    }

    @Override
    public Statement getStatement() {
        return statement;
    }

    @Override
    public boolean next() throws SQLException {
        boolean hasRow = target.next();
        if (hasRow) {
            movedTo(position + 1);
        } else {
            finish();
        }
        return hasRow;
    }

    @Override
    public void beforeFirst() throws SQLException {
        target.beforeFirst();
        position = 0;
    }

    @Override
    public boolean previous() throws SQLException {
        return scrolled(target.previous());
    }

    @Override
    public boolean first() throws SQLException {
        return scrolled(target.first());
    }

    @Override
    public boolean last() throws SQLException {
        return scrolled(target.last());
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        return scrolled(target.absolute(row));
    }

    @Override
    public boolean relative(int distance) throws SQLException {
        return scrolled(target.relative(distance));
    }

    @Override
    public void close() throws SQLException {
        finish();
        target.close();
    }

    @Override
    public int getInt(int column) throws SQLException {
        int value = target.getInt(column);
        boolean isRemembered = column <= row.length && !(value == 0 && target.wasNull());
        return isRemembered ? read(column, value) : value;
    }

    @Override
    public long getLong(int column) throws SQLException {
        long value = target.getLong(column);
        boolean isRemembered = column <= row.length && !(value == 0 && target.wasNull());
        return isRemembered ? read(column, value) : value;
    }

    @Override
    public short getShort(int column) throws SQLException {
        short value = target.getShort(column);
        boolean isRemembered = column <= row.length && !(value == 0 && target.wasNull());
        return isRemembered ? read(column, value) : value;
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
        return read(column, target.getBigDecimal(column));
    }

    @Override
    public @Nullable String getString(int column) throws SQLException {
        return read(column, target.getString(column));
    }

    @Override
    public @Nullable Date getDate(int column) throws SQLException {
        return read(column, target.getDate(column));
    }

    @Override
    public byte @Nullable [] getBytes(int column) throws SQLException {
        return read(column, target.getBytes(column));
    }

    @Override
    public @Nullable Object getObject(int column) throws SQLException {
        return read(column, target.getObject(column));
    }

    @Override
    public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
        return read(column, target.getObject(column, type));
    }

    @Override
    public int getInt(String label) throws SQLException {
        return getInt(findColumn(label));
    }

    @Override
    public long getLong(String label) throws SQLException {
        return getLong(findColumn(label));
    }

    @Override
    public short getShort(String label) throws SQLException {
        return getShort(findColumn(label));
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(String label) throws SQLException {
        return getBigDecimal(findColumn(label));
    }

    @Override
    public @Nullable String getString(String label) throws SQLException {
        return getString(findColumn(label));
    }

    @Override
    public @Nullable Date getDate(String label) throws SQLException {
        return getDate(findColumn(label));
    }

    @Override
    public byte @Nullable [] getBytes(String label) throws SQLException {
        return getBytes(findColumn(label));
    }

    @Override
    public @Nullable Object getObject(String label) throws SQLException {
        return getObject(findColumn(label));
    }

    @Override
    public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
        return getObject(findColumn(label), type);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.unwrap(this, target, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Unwrapping.isWrapperFor(this, target, type);
    }

    private void opened() {
        record.resultOpened();
        ConnectionRecord connection = statement.connectionRecord();
        if (connection != null) {
            connection.reads();
        }
    }

    /** Notes that the result is read no more: it was read to its end, or closed by whatever means. */
    void finish() {
        if (!finished) {
            finished = true;
            record.resultFinished();
            ConnectionRecord connection = statement.connectionRecord();
            if (connection != null) {
                connection.ends();
            }
        }
    }

    private <T extends @Nullable Object> T read(int column, T value) {
        if (column > 0 && column <= row.length) {
            Object key = BinaryKeys.comparable(value);
            if (StatementRecord.isKeyLike(key)) {
                row[column - 1] = key;
            }
        }
        return value;
    }

    private boolean scrolled(boolean hasRow) throws SQLException {
        if (hasRow) {
            movedTo(Math.max(1, target.getRow()));
        } else {
            position = target.isBeforeFirst() ? 0 : position;
        }
        return hasRow;
    }

    private void movedTo(long newPosition) {
        position = newPosition;
        if (finished) {
            finished = false;
            opened();
        }
        if (newPosition > furthest) {
            rowsBefore = record.rows() - furthest;
            furthest = newPosition;
        }
        row = record.rowRead(rowsBefore + newPosition);
    }
}
