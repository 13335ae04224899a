package io.querybudget.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextSnapshotFactory;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UnitOfWorkAccessorTests {

    @Test
    void a_propagated_context_carries_the_unit_of_work_and_takes_it_back() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "block")) {
            Callable<Optional<UnitOfWork>> task =
                    ContextSnapshotFactory.builder().build().captureAll().wrap(Recorder::current);

            assertThat(thread.submit(task).get()).containsSame(scope.unit());
            assertThat(thread.submit(Recorder::current).get()).isEmpty();
        } finally {
            thread.shutdown();
        }
    }
}
