package io.querybudget.jdbc;

import static io.querybudget.jdbc.Database.onlyStatement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultTests {

    private static final @Nullable String NO_SQL = null;

    @Test
    void a_fault_of_this_library_is_logged_once_and_does_not_reach_the_application() throws SQLException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.querybudget");
        logger.addAppender(log);
        try (Database database = Database.create();
                Connection raw = database.connectRaw();
                Connection connection = database.connect();
                Statement unobserved = raw.createStatement();
                Statement statement = connection.createStatement()) {
            Throwable ofTheDriver = catchThrowable(() -> unobserved.execute(NO_SQL));

            onlyStatement(() -> {
                for (int i = 0; i < 2; i++) {
                    assertThat(catchThrowable(() -> statement.execute(NO_SQL)))
                            .hasSameClassAs(ofTheDriver)
                            .hasMessage(ofTheDriver.getMessage());
                }
                try (ResultSet result = statement.executeQuery("select id from crate")) {
                    assertThat(result.next()).isTrue();
                }
            });
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(message -> message.contains("record a statement"))
                .containsExactly(
                        "QueryBudget could not record a statement; the application is not affected, but results"
                                + " may be incomplete");
    }
}
