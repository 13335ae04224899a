package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Preparation;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes each HTTP request a unit of work, from the filters of the application to the end of the response.
 *
 * <p>A request that a test of this JVM sent is a part of that test, and the test reports what is found. While several
 * tests are open and the request does not tell which one sent it, its statements are stray for all of them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // on the class: a container's filters take no order from a bean method
final class RequestFilter extends OncePerRequestFilter {

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
        if (Preparation.isUnderway() && Recorder.current().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (isPreparingTest(request)) {
            filterPreparation(request, response, chain);
            return;
        }
        Optional<RequestUnit> unit =
                FaultLog.guard("open the unit of a request", Optional.empty(), () -> Optional.of(unit(request)));
        if (unit.isPresent()) {
            filter(unit.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void filter(
            RequestUnit unit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (UnitScope scope = unit.join()) {
            chain.doFilter(request, response);
        } finally {
            FaultLog.guard("end the unit of a request", () -> unit.dispatched(request));
        }
    }

    /** {@return whether the request comes from a client of tests, but from none of the tests that are open} */
    private static boolean isPreparingTest(HttpServletRequest request) {
        String token = request.getHeader(TestTokenInterceptor.HEADER);
        return token != null
                && Recorder.isTesting()
                && Recorder.find(token).isEmpty()
                && Recorder.current().isEmpty();
    }

    private static void filterPreparation(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Preparation.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            Preparation.end();
        }
    }

    /** {@return the unit that an earlier dispatch of the request opened, or a new one} */
    private RequestUnit unit(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestUnit begun) {
            return begun;
        }
        RequestUnit unit = new RequestUnit(name(request), enclosing(request).orElse(null), log);
        unit.followCallables(request);
        request.setAttribute(ATTRIBUTE, unit);
        return unit;
    }

    private static Optional<UnitOfWork> enclosing(HttpServletRequest request) {
        String token = request.getHeader(TestTokenInterceptor.HEADER);
        return Recorder.current()
                .or(() -> Optional.ofNullable(token).flatMap(Recorder::find))
                .or(Recorder::onlyTest);
    }

    private static String name(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod() + " " + path;
    }
}
