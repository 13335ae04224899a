package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * The unit of work of one HTTP request, over all its dispatches and threads.
 *
 * <p>It ends when a dispatch leaves no asynchronous work behind, or when that work completes.
 */
final class RequestUnit implements AsyncListener, CallableProcessingInterceptor {

    private final UnitOfWork unit;
    private final FindingLog log;
    private final AtomicBoolean isEnded = new AtomicBoolean();
    private @Nullable UnitScope callableScope;

    RequestUnit(String name, @Nullable UnitOfWork enclosing, FindingLog log) {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.REQUEST, name, enclosing)) {
            this.unit = scope.unit();
        }
        this.log = log;
    }

    /** Follows the request to the thread that runs a {@link Callable} or a streaming body which a controller returned. */
    void followCallables(HttpServletRequest request) {
        WebAsyncUtils.getAsyncManager(request).registerCallableInterceptor(this, this);
    }

    /** {@return the time of one dispatch, on the thread that runs it} */
    UnitScope join() {
        return UnitScope.join(unit);
    }

    /** Notes that the filter chain was left. */
    void dispatched(HttpServletRequest request) {
        if (!request.isAsyncStarted() || !awaitsCompletion(request)) {
            end();
        }
    }

    /** {@return whether the asynchronous work will tell its end; it may have ended just now} */
    private boolean awaitsCompletion(HttpServletRequest request) {
        try {
            request.getAsyncContext().addListener(this);
            return true;
        } catch (IllegalStateException completed) {
            return false;
        }
    }

    @Override
    public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
        callableScope = join();
    }

    @Override
    public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
        UnitScope scope = callableScope;
        if (scope != null) {
            scope.close();
        }
    }

    private void end() {
        if (isEnded.compareAndSet(false, true) && unit.isOutermost()) {
            FaultLog.guard("analyse a request", () -> log.write(unit));
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the container forgets its listeners when asynchronous work begins anew; the dispatch that began it adds this
        // one again
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // is followed by onComplete
    }

    @Override
    public void onError(AsyncEvent event) {
        // is followed by onComplete
    }
}
