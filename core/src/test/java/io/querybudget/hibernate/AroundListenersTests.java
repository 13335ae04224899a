package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Cause;
import java.util.List;
import java.util.Set;
import org.hibernate.event.spi.FlushEventListener;
import org.junit.jupiter.api.Test;

class AroundListenersTests {

    private static FlushEventListener wrapped() {
        FlushEventListener none = event -> {};
        return AroundListeners.wrap(FlushEventListener.class, List.of(none), () -> new Cause.Flush(1, false));
    }

    @Test
    void can_be_compared_as_any_listener() {
        FlushEventListener listener = wrapped();

        Set<FlushEventListener> listeners = Set.of(listener);

        assertThat(listeners.contains(listener)).isTrue();
        assertThat(listeners.contains(wrapped())).isFalse();
        assertThat(listener.toString()).startsWith("a frame around ");
    }
}
