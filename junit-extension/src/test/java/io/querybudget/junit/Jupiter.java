package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.slf4j.LoggerFactory;

/** Runs fixture classes as JUnit Jupiter would. */
final class Jupiter {

    private Jupiter() {}

    static EngineExecutionResults run(Class<?> cases) {
        return run(cases, Map.of());
    }

    static EngineExecutionResults run(Class<?> cases, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(cases))
                .configurationParameters(parameters)
                .execute();
    }

    /** {@return the failures of all tests, in order of their end} */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .toList();
    }

    /** {@return the only failure of all tests} */
    static Throwable failure(Class<?> cases) {
        List<Throwable> failures = failures(run(cases));
        if (failures.size() != 1) {
            throw new AssertionError("one failure expected, but got " + failures);
        }
        return failures.get(0);
    }

    /** {@return the text of the only failure, without line numbers} */
    static String failureText(Class<?> cases) {
        return withoutLines(failure(cases));
    }

    /** {@return the message of a failure, without line numbers} */
    static String withoutLines(Throwable failure) {
        return failure.getMessage().replaceAll("\\.java:\\d+", ".java:…");
    }

    /** {@return the warnings that name the class; other tests log meanwhile, and a busy machine holds connections long} */
    static List<String> warnings(Class<?> cases) {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        Logger logger = log();
        logger.addAppender(appender);
        try {
            assertThat(failures(run(cases, Map.of("querybudget.off", "IDLE_CONNECTION"))))
                    .isEmpty();
        } finally {
            logger.detachAppender(appender);
        }
        return appender.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> text.startsWith(cases.getSimpleName() + " >"))
                .toList();
    }

    /** {@return the log of the library, as soon as no other test is at starting the logging} */
    private static Logger log() {
        org.slf4j.Logger log = LoggerFactory.getLogger("io.querybudget");
        while (!(log instanceof Logger)) {
            Thread.onSpinWait();
            log = LoggerFactory.getLogger("io.querybudget");
        }
        return (Logger) log;
    }

    /** {@return the names of the methods that passed, each as often as it did} */
    static List<String> passed(EngineExecutionResults results) {
        return results.testEvents().succeeded().map(Jupiter::name).sorted().toList();
    }

    /** {@return the names of the methods that failed, each as often as it did} */
    static List<String> failed(EngineExecutionResults results) {
        return results.testEvents().failed().map(Jupiter::name).sorted().toList();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }
}
