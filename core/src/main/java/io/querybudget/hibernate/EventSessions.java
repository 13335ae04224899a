package io.querybudget.hibernate;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AbstractEvent;

/** Tells the session of an event, by a method whose return type differs between the lines of Hibernate. */
final class EventSessions {

    private static final MethodHandle SESSION = find();

    private EventSessions() {}

    private static MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(AbstractEvent.class.getMethod("getSession"))
                    .asType(MethodType.methodType(SharedSessionContractImplementor.class, AbstractEvent.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("an event of Hibernate has no session", e);
        }
    }

    /** {@return the session of an event, empty when it is stateless} */
    static Optional<SessionImplementor> of(AbstractEvent event) {
        try {
            Object session = (SharedSessionContractImplementor) SESSION.invokeExact(event);
            return session instanceof SessionImplementor implementor ? Optional.of(implementor) : Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("an event of Hibernate does not tell its session", e);
        }
    }
}
