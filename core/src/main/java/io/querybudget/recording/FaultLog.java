package io.querybudget.recording;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps faults of this library away from the application: each is logged once, and the SQL goes on.
 *
 * <p>Safe for use by many threads.
 */
public final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private FaultLog() {}

    /** Runs an action of this library; a fault in it is logged once per action name. */
    public static void guard(String action, Runnable body) {
        try {
            body.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError fault) {
            report(action, fault);
        }
    }

    /** {@return what an action of this library returns, or the fallback when it fails} */
    public static <T extends @Nullable Object> T guard(String action, T fallback, Supplier<T> body) {
        try {
            return body.get();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError fault) {
            report(action, fault);
            return fallback;
        }
    }

    /** Logs a fault of this library, the first time that it happens in an action. */
    public static void report(String action, Throwable fault) {
        if (SEEN.add(action)) {
            LOG.warn(
                    "QueryBudget could not {}; the application is not affected, but results may be incomplete",
                    action,
                    fault);
        }
    }
}
