package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.recording.CauseFrame;
import org.hibernate.event.spi.LoadEventListener.LoadType;

/** Tells why an entity is loaded from the type of Hibernate's load event. */
final class LoadReasons {

    private LoadReasons() {}

    static Reason of(LoadType type) {
        return switch (type.getName()) {
            case "IMMEDIATE_LOAD" -> Reason.PROXY;
            case "INTERNAL_LOAD_EAGER", "INTERNAL_LOAD_LAZY", "INTERNAL_LOAD_NULLABLE" -> Reason.EAGER;
            default -> surroundingReason();
        };
    }

    /** {@return merge or refresh when the load is a part of one, else find} */
    private static Reason surroundingReason() {
        CauseFrame frame = CauseFrame.current();
        if (frame != null && !frame.isExecution() && frame.cause() instanceof Cause.EntityLoad load) {
            return load.reason() == Reason.MERGE || load.reason() == Reason.REFRESH ? load.reason() : Reason.FIND;
        }
        return Reason.FIND;
    }
}
