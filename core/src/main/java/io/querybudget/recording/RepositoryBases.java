package io.querybudget.recording;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of the application that implement what its repositories inherit; safe for use by many threads.
 *
 * <p>They are known by name only, so that no class is kept alive.
 */
public final class RepositoryBases {

    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    private RepositoryBases() {}

    /** Notes the class that implements what a repository inherits. */
    public static void add(Class<?> base) {
        for (Class<?> type = base;
                type != null && CallPaths.isApplication(type.getName());
                type = type.getSuperclass()) {
            NAMES.add(type.getName());
        }
    }

    /** {@return whether a class, or the one around it, is one of these} */
    static boolean contain(String className) {
        return NAMES.stream().anyMatch(base -> className.equals(base) || className.startsWith(base + "$"));
    }
}
