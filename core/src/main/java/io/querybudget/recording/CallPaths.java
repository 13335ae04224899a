package io.querybudget.recording;

import io.querybudget.CallSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reduces a stack to the frames of the application. */
final class CallPaths {

    /** Begins the methods that Hibernate generates into an enhanced entity; they have no lines. */
    private static final String ENHANCED = "$$_hibernate_";

    /** Begins the methods by which an enhanced entity reads its attributes. */
    private static final String ENHANCED_READ = ENHANCED + "read_";

    private CallPaths() {}

    /**
     * {@return the application's frames, innermost first, each once, so that a recursion has one path at every depth}
     *
     * <p>Frames that only pass a call on are left out.
     *
     * @param isOfHibernate whether the stack is one of Hibernate's statements
     */
    static List<CallSite> of(Throwable stack, boolean isOfHibernate) {
        StackTraceElement[] frames = stack.getStackTrace();
        BitSet passedOn = PassedCalls.in(frames, isOfHibernate);
        Set<CallSite> path = new LinkedHashSet<>();
        String attribute = "";
        for (int i = 0; i < frames.length; i++) {
            String method = frames[i].getMethodName();
            if (method.startsWith(ENHANCED_READ)) {
                attribute = method.substring(ENHANCED_READ.length());
            } else if (isOwn(frames[i]) && !passedOn.get(i) && !isAccessor(method, attribute)) {
                attribute = "";
                path.add(CallSite.of(frames[i]));
            }
        }
        return new ArrayList<>(path);
    }

    private static boolean isOwn(StackTraceElement frame) {
        return isApplication(frame.getClassName()) && !frame.getMethodName().startsWith(ENHANCED);
    }

    /** {@return the attribute that an enhanced entity was reading, the innermost one; empty when it was reading none} */
    static String attributeRead(Throwable stack) {
        return Arrays.stream(stack.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .filter(method -> method.startsWith(ENHANCED_READ))
                .findFirst()
                .map(method -> method.substring(ENHANCED_READ.length()))
                .orElse("");
    }

    /** The accessor of an enhanced entity is not where the attribute is read; its caller is. */
    private static boolean isAccessor(String method, String attribute) {
        return !attribute.isEmpty()
                && (method.equalsIgnoreCase("get" + attribute)
                        || method.equalsIgnoreCase("is" + attribute)
                        || method.equals(attribute));
    }

    /** {@return whether a class belongs to the application, by its binary name} */
    static boolean isApplication(String name) {
        if (isGenerated(name)) {
            return false;
        }
        return !Frameworks.CLASSES.begin(name) || Frameworks.APPLICATIONS_BELOW.begin(name);
    }

    static boolean isGenerated(String className) {
        return className.contains("$$") || className.contains("$Proxy") || className.contains("$HibernateProxy");
    }
}
