package io.querybudget;

import java.lang.ref.WeakReference;
import java.time.Duration;

/** Tells whether an object can be collected. */
public final class Garbage {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private Garbage() {}

    /** Collects what nothing refers to; the JVM ignores a single wish while native code holds an array. */
    public static void collect() {
        isCollected(new WeakReference<>(new Object()));
    }

    /** {@return whether nothing refers to the object any more, after as many collections as it takes to tell} */
    public static boolean isCollected(WeakReference<?> reference) {
        long begin = System.nanoTime();
        while (reference.get() != null && System.nanoTime() - begin < DEADLINE.toNanos()) {
            System.gc();
        }
        return reference.get() == null;
    }
}
