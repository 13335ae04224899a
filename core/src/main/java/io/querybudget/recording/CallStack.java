package io.querybudget.recording;

import io.querybudget.CallSite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack of a statement; its frames are read only when somebody asks.
 *
 * <p>Safe for use by many threads.
 */
final class CallStack {

    private final Throwable taken = new Throwable();
    private volatile @Nullable List<CallSite> path;

    /** {@return the application's frames, innermost first} */
    List<CallSite> path() {
        List<CallSite> known = path;
        if (known == null) {
            known = CallPaths.of(taken);
            path = known;
        }
        return known;
    }
}
