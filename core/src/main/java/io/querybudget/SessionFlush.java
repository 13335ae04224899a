package io.querybudget;

/**
 * A flush of a session: each entity that may be modified was compared with what was loaded.
 *
 * @param number the {@link Cause.Flush#number}
 * @param session tells one session from another
 * @param isAutomatic whether a query made Hibernate flush
 * @param entities how many entities were compared, of those that came to the session in the unit of work
 * @param inserted how many entities were inserted since the flush before
 * @param end statements that ran before its end have a smaller {@link ExecutedStatement#id}
 * @param thread the name of the thread
 */
public record SessionFlush(
        long number, long session, boolean isAutomatic, int entities, int inserted, long end, String thread) {

    /** {@return this flush, of which no more than some entities were compared} */
    public SessionFlush ofAtMost(long most) {
        return new SessionFlush(number, session, isAutomatic, (int) Math.min(entities, most), inserted, end, thread);
    }
}
