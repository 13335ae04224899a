package io.querybudget.recording;

/**
 * Marks the time in which a thread prepares a test or cleans up after it.
 *
 * <p>Its SQL outside a unit of work then belongs to nobody: no test that runs on another thread adopts it, and it is not
 * stray. Begin and end concern the calling thread only; neither nests.
 */
public final class Preparation {

    private Preparation() {}

    /** Notes that this thread prepares a test from now on. */
    public static void begin() {
        ThreadState.current().isPreparing = true;
    }

    /** Notes that this thread no longer does. */
    public static void end() {
        ThreadState.current().isPreparing = false;
    }

    /** {@return whether this thread prepares a test, or cleans up after one} */
    public static boolean isUnderway() {
        return ThreadState.current().isPreparing;
    }
}
