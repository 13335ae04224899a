package io.querybudget.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.junit.ExpectQueries;
import io.querybudget.recording.UnitOfWork;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The example of docs/threads.md. */
@SpringBootTest
class ThreadsExampleTests {

    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @Autowired
    OrderService orders;

    @AfterEach
    void close() {
        pool.shutdown();
    }

    @Test
    @ExpectQueries(2)
    void totals_on_two_other_threads(UnitOfWork work) throws Exception {
        Executor threads = work.wrap(pool);
        CompletableFuture<List<OrderTotal>> first =
                CompletableFuture.supplyAsync(() -> orders.fetchedTotals(), threads);
        CompletableFuture<List<OrderTotal>> second =
                CompletableFuture.supplyAsync(work.wrapSupplier(() -> orders.fetchedTotals()));

        assertThat(first.get()).isEqualTo(second.get());
    }
}
