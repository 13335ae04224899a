package io.querybudget.recording;

/** Opens units of work in which no time passes, so that no pause of the machine is told as an idle connection. */
public final class StandingClock {

    private StandingClock() {}

    /** Does what {@link UnitScope#open(UnitOfWork.Kind, String)} does. */
    public static UnitScope open(UnitOfWork.Kind kind, String name) {
        UnitOfWork enclosing = kind == UnitOfWork.Kind.TEST ? null : ThreadState.current().unit;
        return UnitScope.open(new UnitOfWork(kind, name, enclosing, () -> 0));
    }
}
