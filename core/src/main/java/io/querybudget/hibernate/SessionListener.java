package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.Load;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.Recorder;
import org.hibernate.SessionEventListener;

/**
 * Listens to what one session asks the second-level cache and the database for; used by one thread at a time.
 *
 * <p>The session refers to it, and so keeps what is remembered of the session as long as itself.
 */
final class SessionListener implements SessionEventListener {

    private final ObservedSession observed;
    private long statementsBefore;

    SessionListener(ObservedSession observed) {
        this.observed = observed;
    }

    @Override
    public void end() {
        observed.closed();
    }

    @Override
    public void cacheGetEnd(boolean hit) {
        CauseFrame frame = CauseFrame.current();
        if (frame == null || frame.isExecution()) {
            return;
        }
        Load.Kind kind = hit ? Load.Kind.CACHE_HIT : Load.Kind.CACHE_MISS;
        if (frame.cause() instanceof Cause.CollectionLoad load) {
            Recorder.loaded(new Load(
                    kind, load.collection().entityName(), load.collection().path()));
        } else if (frame.cause() instanceof Cause.EntityLoad load) {
            Recorder.loaded(new Load(kind, load.entityName(), ""));
        }
    }

    @Override
    public void jdbcExecuteStatementStart() {
        statementsBefore = Recorder.statementsOfThread();
        Recorder.announce(observed.attributes().keys());
    }

    @Override
    public void jdbcExecuteStatementEnd() {
        if (Recorder.statementsOfThread() == statementsBefore) {
            Recorder.unseen();
        }
    }

    @Override
    public void jdbcExecuteBatchStart() {
        jdbcExecuteStatementStart();
    }

    @Override
    public void jdbcExecuteBatchEnd() {
        jdbcExecuteStatementEnd();
    }
}
