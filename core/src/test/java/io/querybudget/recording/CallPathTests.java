package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import io.querybudget.recording.UnitOfWork.Kind;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPathTests {

    /** Calls of an application. */
    @FunctionalInterface
    private interface Calls {
        void on(Crates crates) throws Exception;
    }

    private static List<CallSite> path(Calls calls) throws Exception {
        return executed(calls).get(0).callPath();
    }

    private static List<ExecutedStatement> executed(Calls calls) throws Exception {
        try (Crates crates = Crates.open();
                UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            calls.on(crates);
            return scope.unit().recording().statements();
        }
    }

    @Test
    void holds_the_frames_of_the_application_only() throws Exception {
        List<CallSite> path = path(crates -> crates.dao().ids());

        assertThat(path).singleElement().satisfies(site -> {
            assertThat(site.className()).isEqualTo("com.acme.warehouse.CrateDao");
            assertThat(site.methodName()).isEqualTo("ids");
            assertThat(site.fileName()).isEqualTo("CrateDao.java");
            assertThat(site.line()).isPositive();
        });
    }

    @Test
    void names_the_method_that_a_lambda_stands_in() throws Exception {
        List<CallSite> path = path(crates -> crates.dao().idsInLambda());

        assertThat(path).extracting(CallSite::methodName).containsExactly("ids", "idsInLambda", "idsInLambda");
    }

    @Test
    void is_the_same_at_each_depth_of_a_recursion() throws Exception {
        List<CallSite> shallow = path(crates -> crates.dao().idsAtDepth(2));
        List<CallSite> deep = path(crates -> crates.dao().idsAtDepth(20));

        assertThat(deep).isEqualTo(shallow);
        assertThat(deep).extracting(CallSite::methodName).containsExactly("ids", "idsAtDepth", "idsAtDepth");
    }

    @Test
    void is_empty_without_a_frame_of_the_application() throws Exception {
        ExecutedStatement executed = executed(crates -> {
                    try (Statement statement = crates.connection().createStatement()) {
                        statement.execute("select id from crate");
                    }
                })
                .get(0);

        assertThat(executed.callPath()).isEmpty();
        assertThat(executed.origin()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.ArrayList",
                "jdk.internal.reflect.GeneratedMethodAccessor7",
                "org.hibernate.internal.SessionImpl",
                "com.p6spy.engine.wrapper.PreparedStatementWrapper",
                "org.springframework.data.repository.core.support.RepositoryFactorySupport",
                "org.junit.jupiter.engine.JupiterTestEngine",
                "com.sun.proxy.$Proxy12",
                "com.acme.OrderService$$SpringCGLIB$$0",
                "com.acme.Order$HibernateProxy$aBc",
                "io.querybudget.jdbc.ObservedStatement"
            })
    void leaves_out_frames_of_frameworks_and_proxies(String className) {
        assertThat(CallPaths.of(stackOf(className), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.samples.petclinic.OwnerController",
                "org.jboss.as.quickstarts.kitchensink.MemberService",
                "com.acme.OrderService",
                "com.acme.OrderService$Inner",
                "OrderService",
                "javaapp.Main",
                "io.querybudget.demo.Orders"
            })
    void keeps_frames_of_applications(String className) {
        assertThat(CallPaths.of(stackOf(className), false))
                .extracting(CallSite::className)
                .containsExactly(className);
    }

    @Test
    void leaves_out_the_methods_that_hibernate_generates_into_entities() {
        Throwable stack = new Throwable();
        stack.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("com.acme.Order", "$$_hibernate_write_status", "Order.java", -1),
            new StackTraceElement("com.acme.Order", "setStatus", "Order.java", 40),
            new StackTraceElement("com.acme.OrderService", "ship", "OrderService.java", 12)
        });

        assertThat(CallPaths.of(stack, false))
                .extracting(CallSite::toString)
                .containsExactly("Order.setStatus (Order.java:40)", "OrderService.ship (OrderService.java:12)");
    }

    private static Throwable stackOf(String className) {
        Throwable stack = new Throwable();
        stack.setStackTrace(new StackTraceElement[] {new StackTraceElement(className, "call", "Source.java", 7)});
        return stack;
    }
}
