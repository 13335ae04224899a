package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes each HTTP request a unit of work, from the filters of the application to the end of the response.
 *
 * <p>A request that a test of this JVM sent is a part of that test, and the test reports what is found. While several
 * tests are open and the request does not tell which one sent it, it is no unit of work: its statements are stray.
 */
final class RequestFilter extends OncePerRequestFilter {

    /** After the filters of Spring Boot that do no work of the application. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final String ATTRIBUTE = RequestFilter.class.getName();

    private final FindingLog log;

    RequestFilter(FindingLog log) {
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestUnit unit = FaultLog.guard(
                        "open the unit of a request", Optional.<RequestUnit>empty(), () -> unit(request))
                .orElse(null);
        if (unit == null) {
            chain.doFilter(request, response);
            return;
        }
        try (UnitScope scope = unit.join()) {
            chain.doFilter(request, response);
        } finally {
            FaultLog.guard("end the unit of a request", () -> unit.dispatched(request));
        }
    }

    /** {@return the unit that an earlier dispatch of the request opened, or a new one} */
    private Optional<RequestUnit> unit(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestUnit begun) {
            return Optional.of(begun);
        }
        UnitOfWork enclosing = enclosing(request);
        if (enclosing == null && !Recorder.openTests().isEmpty()) {
            return Optional.empty();
        }
        RequestUnit unit = new RequestUnit(name(request), enclosing, log);
        unit.followCallables(request);
        request.setAttribute(ATTRIBUTE, unit);
        return Optional.of(unit);
    }

    private static @Nullable UnitOfWork enclosing(HttpServletRequest request) {
        Optional<UnitOfWork> ofThread = Recorder.current();
        if (ofThread.isPresent()) {
            return ofThread.get();
        }
        String token = request.getHeader(TestTokenInterceptor.HEADER);
        Optional<UnitOfWork> sender = Optional.ofNullable(token).flatMap(Recorder::find);
        List<UnitOfWork> tests = Recorder.openTests();
        return sender.orElse(tests.size() == 1 ? tests.get(0) : null);
    }

    private static String name(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod() + " " + path;
    }
}
