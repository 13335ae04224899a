package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class AsyncTests {

    @TestConfiguration(proxyBeanMethods = false)
    @EnableAsync
    static class Configuration {

        @Bean
        Totals totals(OrderService orders) {
            return new Totals(orders);
        }

        /** The application's own; Spring Boot gives it to its executor. */
        @Bean
        TaskDecorator naming() {
            return task -> () -> {
                Thread.currentThread().setName("decorated");
                task.run();
            };
        }

        @Bean(defaultCandidate = false)
        SimpleAsyncTaskExecutor simple() {
            return new SimpleAsyncTaskExecutor("simple-");
        }
    }

    static class Totals {

        private final OrderService orders;

        Totals(OrderService orders) {
            this.orders = orders;
        }

        @Async
        CompletableFuture<List<Long>> later() {
            return CompletableFuture.completedFuture(orders.totals());
        }

        @Async
        CompletableFuture<List<Long>> after(CountDownLatch latch) throws InterruptedException {
            latch.await();
            return CompletableFuture.completedFuture(orders.totals());
        }

        @Async("simple")
        CompletableFuture<List<Long>> simply() {
            return CompletableFuture.completedFuture(orders.totals());
        }
    }

    @Autowired
    Totals totals;

    @Test
    void an_asynchronous_method_belongs_to_the_test_that_called_it() throws Exception {
        try (UnitScope neighbour = UnitScope.open(UnitOfWork.Kind.TEST, "a neighbour");
                UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "a test")) {
            totals.later().get();
            totals.simply().get();

            assertThat(test.unit().recording().total()).isEqualTo(2 * (1 + 3 + 6));
            assertThat(neighbour.unit().recording().total()).isZero();
        }
    }

    @Test
    void the_decorator_of_the_application_is_kept() throws Exception {
        try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "a test")) {
            totals.later().get();

            assertThat(test.unit().recording().statements())
                    .allMatch(statement -> statement.execution().thread().equals("decorated"));
        }
    }

    @Test
    void what_a_test_did_not_wait_for_is_not_given_to_the_next_test() throws ExecutionException, InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        CompletableFuture<List<Long>> unawaited;
        try (UnitScope hasty = UnitScope.open(UnitOfWork.Kind.TEST, "a hasty test")) {
            unawaited = totals.after(latch);
            assertThat(hasty.unit().recording().total()).isZero();
        }
        try (UnitScope next = UnitScope.open(UnitOfWork.Kind.TEST, "the next test")) {
            latch.countDown();
            unawaited.get();

            assertThat(next.unit().recording().total()).isZero();
        }
    }
}
