package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultLogTests {

    private static List<ILoggingEvent> logged(Runnable work, String action) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.querybudget");
        logger.addAppender(log);
        try {
            work.run();
        } finally {
            logger.detachAppender(log);
        }
        return log.list.stream()
                .filter(event -> event.getFormattedMessage().contains(action))
                .toList();
    }

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    @Test
    void logs_a_fault_once_per_action_and_goes_on() {
        List<ILoggingEvent> logged = logged(
                () -> {
                    FaultLog.guard("do the first thing", FaultLogTests::fail);
                    FaultLog.guard("do the first thing", FaultLogTests::fail);
                },
                "do the first thing");

        assertThat(logged).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .isEqualTo("QueryBudget could not do the first thing; the application is not affected, but results"
                            + " may be incomplete");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
        });
    }

    @Test
    void returns_the_fallback_of_an_action_that_fails() {
        String result = FaultLog.guard("do the second thing", "fallback", () -> {
            throw new NoSuchMethodError("another Hibernate");
        });

        assertThat(result).isEqualTo("fallback");
        assertThat(FaultLog.guard("do the third thing", "fallback", () -> "value"))
                .isEqualTo("value");
    }

    @Test
    void does_not_hide_a_failing_virtual_machine() {
        assertThatThrownBy(() -> FaultLog.guard("do the fourth thing", () -> {
                    throw new OutOfMemoryError("none left");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void takes_a_failed_assertion_of_hibernate_for_a_fault() {
        String result = FaultLog.guard("do the fifth thing", "fallback", () -> {
            throw new AssertionError("never null");
        });

        assertThat(result).isEqualTo("fallback");
    }
}
