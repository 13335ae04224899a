package io.querybudget.junit;

import io.querybudget.recording.BackgroundThreads;
import io.querybudget.recording.Preparation;
import io.querybudget.recording.UnitOfWork;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Counts the SQL of each test method, gives the count to a parameter of type {@link UnitOfWork}, and judges it.
 *
 * <p>What runs before and after the test method is not counted. Found by itself on the class path, unless the
 * configuration of JUnit says otherwise; registered more than once, it acts once. Safe for parallel tests.
 */
public final class QueryBudgetExtension
        implements TestInstancePreConstructCallback,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                InvocationInterceptor,
                ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(QueryBudgetExtension.class);

    /** Called by JUnit. */
    public QueryBudgetExtension() {}

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        Preparation.begin();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Preparation.end();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Preparation.begin();
        Setting.BACKGROUND_THREADS
                .of(Optional.of(context))
                .ifPresent(names -> BackgroundThreads.add(List.of(names.strip().split("\\s*,\\s*"))));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Preparation.end();
        test(context).logLeftConnections();
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        prepare(invocation);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        prepare(invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(GrowthAnnotation.apply(invocation, method, context), invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(GrowthAnnotation.apply(invocation, method, context), invocation, context);
    }

    @Override
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        GrowthAnnotation.refuse(method.getExecutable());
        return run(invocation, invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        run(invocation, invocation, context);
        test(context).logLeftConnections();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == UnitOfWork.class
                && context.getTestMethod().equals(Optional.of(parameter.getDeclaringExecutable()))
                && isFirstToSupport(context);
    }

    @Override
    public UnitOfWork resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return test(context).unit();
    }

    private static void prepare(Invocation<@Nullable Void> invocation) throws Throwable {
        Preparation.begin();
        try {
            invocation.proceed();
        } finally {
            Preparation.end();
        }
    }

    /** Runs the body of a test, or only its next interceptor when another registration of this extension is at it. */
    private static <T extends @Nullable Object> T run(Invocation<T> body, Invocation<T> next, ExtensionContext context)
            throws Throwable {
        RunningTest test = test(context);
        return test.isStarted() ? next.proceed() : test.run(body);
    }

    private static RunningTest test(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        RunningTest known = store.get(context.getUniqueId(), RunningTest.class);
        if (known != null) {
            return known;
        }
        RunningTest test = new RunningTest(context);
        store.put(context.getUniqueId(), test);
        return test;
    }

    /** JUnit refuses two resolvers for one parameter, also when they are the same extension registered twice. */
    private boolean isFirstToSupport(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        String key = "resolver of " + context.getUniqueId();
        Object first = store.get(key);
        if (first == null) {
            store.put(key, this);
        }
        return first == null || first == this;
    }
}
