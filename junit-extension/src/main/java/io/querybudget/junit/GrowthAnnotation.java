package io.querybudget.junit;

import io.querybudget.Growth;
import io.querybudget.GrowthAnalysis;
import io.querybudget.report.SetupText;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;

/** Turns a test method with {@link ConstantQueries} into the call of a growth check. */
final class GrowthAnnotation {

    private static final int FEWEST_SIZES = 3;

    private GrowthAnnotation() {}

    /** {@return an invocation that runs the method as often as its annotation wants; the given one if it has none} */
    static Invocation<@Nullable Void> apply(
            Invocation<@Nullable Void> once, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        return AnnotationSupport.findAnnotation(method.getExecutable(), ConstantQueries.class)
                .<Invocation<@Nullable Void>>map(annotation -> () -> {
                    check(annotation, once, method, context);
                    return null;
                })
                .orElse(once);
    }

    /** Refuses the annotation on a method that makes tests instead of being one. */
    static void refuse(Method factory) {
        if (AnnotationSupport.isAnnotated(factory, ConstantQueries.class)) {
            throw new ExtensionConfigurationException(
                    TestName.of(factory) + ": @ConstantQueries is for a test method, not for one that makes tests");
        }
    }

    private static void check(
            ConstantQueries annotation,
            Invocation<@Nullable Void> once,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        String test = TestName.of(method.getExecutable());
        GrowthCheck check = new GrowthCheck(TestName.of(context), allowed(annotation, test), sizes(annotation, test));
        AtomicBoolean isRepeated = new AtomicBoolean();
        Optional<GrowthAnalysis> analysis = check.run(populate(annotation, test, context), () -> {
            if (isRepeated.getAndSet(true)) {
                ReflectionSupport.invokeMethod(
                        method.getExecutable(),
                        method.getTarget().orElse(null),
                        method.getArguments().toArray());
            } else {
                once.proceed();
            }
        });
        Optional<AssertionFailedError> exceeded = analysis.flatMap(
                measured -> RunningTest.current().flatMap(running -> running.exceededLimits(measured.largest())));
        if (exceeded.isPresent()) {
            throw exceeded.get();
        }
    }

    private static Queries.Population<RuntimeException> populate(
            ConstantQueries annotation, String test, ExtensionContext context) {
        List<Object> instances = context.getRequiredTestInstances().getAllInstances();
        for (int i = instances.size() - 1; i >= 0; i--) {
            Object instance = instances.get(i);
            Optional<Method> method =
                    ReflectionSupport.findMethod(instance.getClass(), annotation.populate(), int.class);
            if (method.isPresent()) {
                return rows -> ReflectionSupport.invokeMethod(method.get(), instance, rows);
            }
        }
        throw new ExtensionConfigurationException(SetupText.noPopulateMethod(test, annotation.populate()));
    }

    private static List<Integer> sizes(ConstantQueries annotation, String test) {
        int[] sizes = annotation.sizes();
        boolean isAscending = IntStream.range(0, sizes.length).allMatch(i -> sizes[i] > (i == 0 ? 0 : sizes[i - 1]));
        if (sizes.length > 0 && (sizes.length < FEWEST_SIZES || !isAscending)) {
            throw new ExtensionConfigurationException(SetupText.badSizes(test, Arrays.toString(sizes)));
        }
        return Arrays.stream(sizes).boxed().toList();
    }

    private static Growth allowed(ConstantQueries annotation, String test) {
        if (annotation.allow() == Growth.IRREGULAR) {
            throw new ExtensionConfigurationException(test + ": @ConstantQueries with " + SetupText.irregularGrowth());
        }
        return annotation.allow();
    }
}
