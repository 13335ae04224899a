package io.querybudget.recording;

import java.sql.SQLException;

/** Some SQL as a task. */
@FunctionalInterface
interface UncheckedSql {

    void run() throws SQLException;

    static Runnable of(UncheckedSql sql) {
        return () -> {
            try {
                sql.run();
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        };
    }
}
