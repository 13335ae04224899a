package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.OpeningSite;
import io.querybudget.recording.Recorder;
import org.hibernate.SessionEventListener;
import org.jspecify.annotations.Nullable;

/** Where a session was opened; Hibernate makes one with each session and tells it when that takes a connection. */
public final class SessionOpening implements SessionEventListener {

    private static final long serialVersionUID = 1;

    private final transient @Nullable OpeningSite site = FaultLog.guard("note a session", null, OpeningSite::here);

    /** Called by Hibernate. */
    public SessionOpening() {}

    @Override
    public void jdbcConnectionAcquisitionStart() {
        Recorder.connectsFor(site);
    }

    @Override
    public void jdbcConnectionAcquisitionEnd() {
        Recorder.connectsForNone();
    }
}
