package io.querybudget.recording;

import java.util.BitSet;

/**
 * Finds the frames of the application that only pass a call on: wrappers of JDBC below Hibernate, what implements or
 * surrounds a repository of Spring Data for all its methods, and methods of a transaction manager.
 *
 * <p>What is written for one method of a repository passes nothing on, and neither does what Hibernate or Spring Data call
 * back, such as a listener.
 */
final class PassedCalls {

    /** Calls the implementation of a repository method, from inside all advice. */
    private static final String REPOSITORY = "org.springframework.data.repository.core.support.RepositoryMethodInvoker";

    private static final String TRANSACTION_MANAGER =
            "org.springframework.transaction.support.AbstractPlatformTransactionManager";

    private static final String HIBERNATE = "org.hibernate.";
    private static final NamePrefixes ADVICE = new NamePrefixes("org.springframework.aop.", "org.aspectj.");

    /** Stand between two frames without having anything to do with either. */
    private static final NamePrefixes REFLECTION =
            new NamePrefixes("java.", "jdk.internal.", "sun.reflect.", "org.springframework.aop.support.AopUtils");

    private final StackTraceElement[] frames;
    private final BitSet found = new BitSet();

    private PassedCalls(StackTraceElement... frames) {
        this.frames = frames;
    }

    /**
     * {@return the positions of these frames}
     *
     * @param frames a stack, innermost first
     * @param isOfHibernate whether Hibernate executed the statement that the stack was taken for
     */
    static BitSet in(StackTraceElement[] frames, boolean isOfHibernate) {
        PassedCalls calls = new PassedCalls(frames);
        if (isOfHibernate) {
            calls.findWrappers();
        }
        for (int i = 0; i < frames.length; i++) {
            if (calls.isRepository(i)) {
                calls.findImplementation(i - 1);
                calls.findAdvice(i + 1);
            } else if (calls.isClass(i, TRANSACTION_MANAGER)) {
                calls.findOverride(i - 1);
            }
        }
        return calls.found;
    }

    static boolean isOfHibernate(String className) {
        return className.startsWith(HIBERNATE);
    }

    private void findWrappers() {
        for (int i = 0; i < frames.length; i++) {
            if (isOfHibernate(className(i))) {
                found.set(0, i);
                return;
            }
        }
    }

    /** Goes inwards from the call of a repository's implementation to what it calls of Hibernate. */
    private void findImplementation(int outermost) {
        boolean isPassing = false;
        for (int i = outermost; i >= 0 && !isOfHibernate(className(i)) && !isRepository(i); i--) {
            if (isApplication(i)) {
                isPassing = isPassing || RepositoryBases.contain(className(i));
                if (!isPassing) {
                    return;
                }
                found.set(i);
            } else if (!REFLECTION.begin(className(i))) {
                isPassing = isProxy(i);
            }
        }
    }

    /** Goes outwards from the call of a repository's implementation to the code that called the repository. */
    private void findAdvice(int innermost) {
        boolean isCalled = false;
        for (int i = innermost; i < frames.length && !isOfHibernate(className(i)); i++) {
            if (isApplication(i)) {
                int proxy = isCalled ? ownProxy(i) : i + 1;
                if (proxy == 0) {
                    return;
                }
                found.set(i, proxy);
                i = proxy - 1;
            } else if (CallPaths.isGenerated(className(i))) {
                isCalled = true;
            } else if (ADVICE.begin(className(i))) {
                isCalled = false;
            }
        }
    }

    /** {@return the position of the proxy around a repository whose handler begins here, 0 when there is none} */
    private int ownProxy(int innermost) {
        int next = innermost;
        while (next < frames.length && isApplicationOrReflection(next)) {
            next++;
        }
        if (next == frames.length || !isProxy(next) || !isApplication(next - 1)) {
            return 0;
        }
        String handler = outerClassName(next - 1);
        for (int i = innermost; i < next; i++) {
            if (isApplication(i) && !outerClassName(i).equals(handler)) {
                return 0;
            }
        }
        return next;
    }

    /** Goes inwards from a transaction manager of Spring to what it inherits from another one. */
    private void findOverride(int outermost) {
        int inner = outermost;
        while (inner >= 0 && isApplication(inner)) {
            inner--;
        }
        boolean isInherited = inner >= 0 && className(inner).matches("org\\.springframework\\..*TransactionManager");
        if (isInherited) {
            found.set(inner + 1, outermost + 1);
        }
    }

    private String className(int position) {
        return frames[position].getClassName();
    }

    private String outerClassName(int position) {
        return className(position).replaceFirst("\\$.*", "");
    }

    private boolean isClass(int position, String prefix) {
        return className(position).startsWith(prefix);
    }

    private boolean isRepository(int position) {
        return isClass(position, REPOSITORY);
    }

    private boolean isApplication(int position) {
        return CallPaths.isApplication(className(position));
    }

    private boolean isApplicationOrReflection(int position) {
        return isApplication(position) || (REFLECTION.begin(className(position)) && !isProxy(position));
    }

    /** {@return whether the frame is of a proxy that an invocation handler serves} */
    private boolean isProxy(int position) {
        String name = className(position);
        return name.startsWith("$Proxy", name.lastIndexOf('.') + 1);
    }
}
