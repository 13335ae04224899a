package io.querybudget.spring;

import io.micrometer.context.ThreadLocalAccessor;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Hands the unit of work of a thread to others, wherever the application propagates its context with Micrometer.
 *
 * <p>Found by {@link java.util.ServiceLoader}.
 */
public final class UnitOfWorkAccessor implements ThreadLocalAccessor<UnitOfWork> {

    /** Called by {@link java.util.ServiceLoader}. */
    public UnitOfWorkAccessor() {}

    @Override
    public Object key() {
        return UnitOfWork.class.getName();
    }

    @Override
    public @Nullable UnitOfWork getValue() {
        return Recorder.current().orElse(null);
    }

    @Override
    public void setValue(UnitOfWork unit) {
        Recorder.makeCurrent(unit);
    }

    @Override
    public void setValue() {
        Recorder.makeCurrent(null);
    }
}
