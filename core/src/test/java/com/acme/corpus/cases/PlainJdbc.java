package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;

import com.acme.corpus.Case;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same without Hibernate. */
public final class PlainJdbc {

    private static final String LINE_COUNT = "select count(*) from OrderLine where order_id = ?";

    @Case(kind = POSITIVE, statements = 11)
    int statement_prepared_once(Connection connection) throws SQLException {
        // fix: one query "select order_id, count(*) from OrderLine where order_id in (?, …) group by order_id" at
        // PlainJdbc.statement_prepared_once instead of one for each key
        // fix: leaves 2 statements
        int lines = 0;
        List<Long> ids = orderIds(connection);
        try (PreparedStatement statement = connection.prepareStatement(LINE_COUNT)) {
            for (Long id : ids) {
                statement.setLong(1, id);
                lines += number(statement.executeQuery()); // N+1: table OrderLine
            }
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 11)
    int statement_prepared_each_time(Connection connection) throws SQLException {
        int lines = 0;
        for (Long id : orderIds(connection)) {
            try (PreparedStatement statement = connection.prepareStatement(LINE_COUNT)) {
                statement.setLong(1, id);
                lines += number(statement.executeQuery()); // N+1: table OrderLine
            }
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 11)
    int loop_over_an_open_result(Connection connection) throws SQLException {
        int lines = 0;
        try (Statement orders = connection.createStatement();
                ResultSet rows = orders.executeQuery("select id, name from orders order by id");
                PreparedStatement statement = connection.prepareStatement(LINE_COUNT)) {
            while (rows.next()) {
                statement.setLong(1, rows.getLong("id"));
                lines += number(statement.executeQuery()); // N+1: table OrderLine
            }
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 1)
    int one_join(Connection connection) throws SQLException {
        String sql = "select count(*) from orders o join OrderLine l on l.order_id = o.id";
        try (Statement statement = connection.createStatement()) {
            return number(statement.executeQuery(sql));
        }
    }

    @Case(kind = POSITIVE, statements = 11)
    int literal_instead_of_a_parameter(Connection connection) throws SQLException {
        int lines = 0;
        for (Long id : orderIds(connection)) {
            try (Statement statement = connection.createStatement()) {
                String sql = "select count(*) from OrderLine where order_id = " + id;
                lines += number(statement.executeQuery(sql)); // N+1: Order.lines
            }
        }
        return lines;
    }

    /** An array of one key is that key. */
    @Case(kind = POSITIVE, statements = 11)
    int array_per_row(Connection connection) throws SQLException {
        String sql = "select count(*) from OrderLine where order_id = any(?)";
        int lines = 0;
        for (Long id : orderIds(connection)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, new Long[] {id});
                lines += number(statement.executeQuery()); // N+1: Order.lines
            }
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 2)
    int one_array_for_all_rows(Connection connection) throws SQLException {
        String sql = "select count(*) from OrderLine where order_id = any(?)";
        List<Long> ids = orderIds(connection);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, ids.toArray(new Long[0]));
            return number(statement.executeQuery());
        }
    }

    /** Two chunks of five keys. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int arrays_of_five_keys(Connection connection) throws SQLException {
        String sql = "select count(*) from OrderLine where order_id = any(?)";
        List<Long> ids = orderIds(connection);
        int lines = 0;
        for (int start = 0; start < ids.size(); start += 5) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, ids.subList(start, start + 5).toArray(new Long[0]));
                lines += number(statement.executeQuery());
            }
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "statement_prepared_once")
    int in_list_for_all_rows(Connection connection) throws SQLException {
        List<Long> ids = orderIds(connection);
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        String sql = "select count(*) from OrderLine where order_id in (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setLong(i + 1, ids.get(i));
            }
            return number(statement.executeQuery());
        }
    }

    @Case(kind = POSITIVE, statements = 7)
    int recursion_over_parents(Connection connection) throws SQLException {
        return descendants(connection, 1);
    }

    private static int descendants(Connection connection, long parent) throws SQLException {
        List<Long> children = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select id from Category where parent_id = ?")) {
            statement.setLong(1, parent);
            ResultSet rows = statement.executeQuery(); // N+1: table Category for recursion_over_parents
            while (rows.next()) {
                children.add(rows.getLong(1));
            }
        }
        int size = 1;
        for (Long child : children) {
            size += descendants(connection, child);
        }
        return size;
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    int chain_of_next_pointers(Connection connection) throws SQLException {
        int length = 0;
        long stop = 1;
        try (PreparedStatement statement = connection.prepareStatement("select next_id from Stop where id = ?")) {
            while (stop != 0) {
                statement.setLong(1, stop);
                stop = number(statement.executeQuery());
                length++;
            }
        }
        return length;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int savepoint_per_row(Connection connection) throws SQLException {
        int inserted = 0;
        try (PreparedStatement statement =
                connection.prepareStatement("insert into Country (id, name) values (?, 'new')")) {
            for (long id = 801; id <= 803; id++) {
                Savepoint savepoint = connection.setSavepoint();
                statement.setLong(1, id);
                inserted += statement.executeUpdate();
                connection.releaseSavepoint(savepoint);
            }
        }
        return inserted;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int batch_of_inserts(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into Country (id, name) values (?, 'new')")) {
            for (long id = 811; id <= 815; id++) {
                statement.setLong(1, id);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    private static List<Long> orderIds(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from orders order by id")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static int number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
