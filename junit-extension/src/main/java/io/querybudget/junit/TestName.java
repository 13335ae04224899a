package io.querybudget.junit;

import io.querybudget.CallSite;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The names of units of work: {@code OrderTests > loads_open_orders()}. */
final class TestName {

    private static final Set<String> OWN_CLASSES =
            Set.of(TestName.class.getName(), Queries.class.getName(), RunningTest.class.getName());

    private TestName() {}

    /** {@return the names of the classes and the method; invocations of a method have their display name} */
    static String of(ExtensionContext test) {
        Deque<String> parts = new ArrayDeque<>();
        Optional<ExtensionContext> context = Optional.of(test);
        while (context.isPresent()) {
            Optional<ExtensionContext> parent = context.get().getParent();
            if (parent.isPresent()) {
                parts.addFirst(part(context.get(), parent.get()));
            }
            context = parent;
        }
        return String.join(" > ", parts);
    }

    /** {@return the name of a class or a method, without its package} */
    static String of(AnnotatedElement element) {
        return element instanceof Method method
                ? method.getDeclaringClass().getSimpleName() + " > " + method.getName() + "()"
                : ((Class<?>) element).getSimpleName();
    }

    /** {@return the name of the test class, for a dynamic test that of its factory} */
    static String ofClass(ExtensionContext test) {
        return test.getTestClass()
                .map(Class::getName)
                .or(() -> test.getParent().map(TestName::ofClass))
                .orElse("");
    }

    /** {@return the name of the part of a test, or of no test, that begins where the application calls this library} */
    static String ofPart(Optional<RunningTest> test, String preposition) {
        CallSite caller = caller();
        return test.map(running ->
                        running.name() + ", " + preposition + " (" + caller.fileName() + ":" + caller.line() + ")")
                .orElseGet(caller::toString);
    }

    private static String part(ExtensionContext context, ExtensionContext parent) {
        Optional<AnnotatedElement> element = context.getElement();
        if (element.isEmpty() || element.equals(parent.getElement())) {
            return context.getDisplayName();
        }
        return element.get() instanceof Method method ? method.getName() + "()" : of(element.get());
    }

    private static CallSite caller() {
        StackTraceElement frame = StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(each -> OWN_CLASSES.contains(each.getClassName()))
                        .findFirst()
                        .orElseThrow()
                        .toStackTraceElement());
        return CallSite.of(frame);
    }
}
