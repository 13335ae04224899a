package io.querybudget.recording;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once per test that another thread went on for it after its end, when nothing is judged any more.
 *
 * <p>Safe for use by many threads.
 */
final class LateSql {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");
    private static final Set<UnitOfWork> TOLD =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private LateSql() {}

    static void note(UnitOfWork outermost, StatementRecord statement) {
        if (outermost.kind() == UnitOfWork.Kind.TEST && outermost.isClosed() && TOLD.add(outermost)) {
            LOG.warn(
                    "{}: thread \"{}\" executed SQL for it after its end, which was not judged; let the test wait for it",
                    outermost.name(),
                    statement.thread());
        }
    }
}
