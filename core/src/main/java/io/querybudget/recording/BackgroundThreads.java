package io.querybudget.recording;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The threads whose SQL belongs to no test, such as those of a scheduler, unless a unit of work is handed to them.
 *
 * <p>Safe for use by many threads.
 */
public final class BackgroundThreads {

    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    private BackgroundThreads() {}

    /** Adds names of threads; each {@code *} stands for any characters. */
    public static void add(Collection<String> names) {
        NAMES.addAll(names);
    }

    static boolean isCurrent() {
        String thread = Thread.currentThread().getName();
        return NAMES.stream().anyMatch(name -> matches(name, thread));
    }

    private static boolean matches(String name, String thread) {
        String expression = "\\Q" + name.replace("*", "\\E.*\\Q") + "\\E";
        return Pattern.matches(expression, thread);
    }
}
