package io.querybudget.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Takes down what QueryBudget logs, in place of the console. */
final class Transcript extends AppenderBase<ILoggingEvent> {

    /**
     * A line, or several, of the log.
     *
     * @param isWarning whether QueryBudget warns of something
     * @param text what it says
     */
    record Entry(boolean isWarning, String text) {}

    private final Logger log = (Logger) LoggerFactory.getLogger("io.querybudget");
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    void begin() {
        start();
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        log.addAppender(this);
    }

    void end() {
        log.detachAppender(this);
        log.setAdditive(true);
        log.setLevel(null);
    }

    /** {@return what was logged since the last call} */
    List<Entry> take() {
        List<Entry> taken = new ArrayList<>();
        for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
            taken.add(entry);
        }
        return taken;
    }

    @Override
    protected void append(ILoggingEvent event) {
        entries.add(new Entry(event.getLevel().isGreaterOrEqual(Level.WARN), event.getFormattedMessage()));
    }
}
