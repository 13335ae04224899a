package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs alone, because it opens units of tests, for which the SQL of other tests would be stray. */
@Isolated
class ParallelTests {

    private static final int THREADS = 8;
    private static final int TESTS = 200;
    private static final int ROUNDS = 200;
    private static final int MOST_STATEMENTS = 3;

    @Test
    void eight_threads_count_each_test_by_itself_in_hundreds_of_rounds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Optional<String>>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                work.add(() -> firstWrong(thread));
            }
            for (Future<Optional<String>> wrong : threads.invokeAll(work)) {
                assertThat(wrong.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<String> firstWrong(int thread) throws SQLException {
        try (Crates crates = Crates.open()) {
            for (int test = 0; test < ROUNDS * TESTS; test++) {
                int expected = (test + thread) % (MOST_STATEMENTS + 1);
                Recording recording = runTest(crates, expected);
                if (recording.total() != expected
                        || recording.statements().size() != expected
                        || !recording.strays().isEmpty()) {
                    return Optional.of(expected + " statements expected, but " + recording);
                }
            }
        }
        return Optional.empty();
    }

    private static Recording runTest(Crates crates, int statements) throws SQLException {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            for (int i = 0; i < statements; i++) {
                crates.dao().touch();
            }
            return test.unit().recording();
        }
    }
}
