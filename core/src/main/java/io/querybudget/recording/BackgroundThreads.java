package io.querybudget.recording;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The threads whose SQL belongs to no test, such as those of a scheduler, unless a unit of work is handed to them.
 *
 * <p>Safe for use by many threads.
 */
public final class BackgroundThreads {

    private static final Map<String, Pattern> BY_NAME = new ConcurrentHashMap<>();

    private BackgroundThreads() {}

    /** Adds names of threads; each {@code *} stands for any characters. */
    public static void add(Collection<String> names) {
        names.forEach(name -> BY_NAME.computeIfAbsent(name, BackgroundThreads::pattern));
    }

    static boolean isCurrent() {
        String thread = Thread.currentThread().getName();
        return BY_NAME.values().stream().anyMatch(name -> name.matcher(thread).matches());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
    }
}
