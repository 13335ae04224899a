package io.querybudget.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.querybudget.Analysis;
import io.querybudget.FindingKind;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import io.querybudget.report.Report;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps docs/findings.md true: it has a section for each kind, whose output is what its example makes the library say. */
@SpringBootTest
@Execution(ExecutionMode.SAME_THREAD)
class FindingExampleTests {

    private static final String PAGE = "findings.md";

    @Autowired
    FindingExamples examples;

    /** Code of an application that may fail. */
    private interface Code {
        void run() throws Exception;
    }

    /**
     * What shows a kind of finding.
     *
     * @param problem what it is found in
     * @param repair the same without it
     */
    private record Example(Code problem, Code repair) {}

    private Map<FindingKind, Example> byKind() {
        return Map.ofEntries(
                Map.entry(FindingKind.N_PLUS_ONE, new Example(examples::nPlusOne, examples::nPlusOneRepaired)),
                Map.entry(
                        FindingKind.OVERSIZED_RESULT,
                        new Example(examples::oversizedResult, examples::oversizedResultRepaired)),
                Map.entry(
                        FindingKind.CARTESIAN_PRODUCT,
                        new Example(examples::cartesianProduct, examples::cartesianProductRepaired)),
                Map.entry(
                        FindingKind.IN_MEMORY_PAGINATION,
                        new Example(examples::inMemoryPagination, examples::inMemoryPaginationRepaired)),
                Map.entry(FindingKind.WIDE_READ, new Example(examples::wideRead, examples::wideReadRepaired)),
                Map.entry(FindingKind.DUPLICATE, new Example(examples::duplicate, examples::duplicateRepaired)),
                Map.entry(
                        FindingKind.UNBATCHED_WRITES,
                        new Example(examples::unbatchedWrites, examples::unbatchedWritesRepaired)),
                Map.entry(
                        FindingKind.RECREATED_COLLECTION,
                        new Example(examples::recreatedCollection, examples::recreatedCollectionRepaired)),
                Map.entry(
                        FindingKind.UPDATE_AFTER_INSERT,
                        new Example(examples::updateAfterInsert, examples::updateAfterInsertRepaired)),
                Map.entry(
                        FindingKind.LOADED_TO_DELETE,
                        new Example(examples::loadedToDelete, examples::loadedToDeleteRepaired)),
                Map.entry(FindingKind.LOADED_FOR_ID, new Example(examples::loadedForId, examples::loadedForIdRepaired)),
                Map.entry(
                        FindingKind.GROWING_SESSION,
                        new Example(examples::growingSession, examples::growingSessionRepaired)),
                Map.entry(FindingKind.DIRTY_CHECKS, new Example(examples::dirtyChecks, examples::dirtyChecksRepaired)),
                Map.entry(FindingKind.READ_ONLY_USE, new Example(examples::readOnlyUse, examples::readOnlyUseRepaired)),
                Map.entry(FindingKind.CHAIN, new Example(examples::chain, () -> {})),
                Map.entry(FindingKind.BATCHED, new Example(examples::batched, () -> {})),
                Map.entry(
                        FindingKind.UNCLOSED_CONNECTION,
                        new Example(examples::unclosedConnection, examples::unclosedConnectionRepaired)),
                Map.entry(
                        FindingKind.NESTED_CONNECTION,
                        new Example(examples::nestedConnection, examples::nestedConnectionRepaired)),
                Map.entry(
                        FindingKind.IDLE_CONNECTION,
                        new Example(examples::idleConnection, examples::idleConnectionRepaired)),
                Map.entry(
                        FindingKind.SEPARATE_COMMITS,
                        new Example(examples::separateCommits, examples::separateCommitsRepaired)),
                Map.entry(
                        FindingKind.SEPARATE_READS,
                        new Example(examples::separateReads, examples::separateReadsRepaired)),
                Map.entry(FindingKind.SQL_IN_VIEW, new Example(examples::sqlInView, examples::sqlInViewRepaired)));
    }

    @Test
    void each_kind_has_a_section_and_an_example() throws IOException {
        assertThat(Documents.headings(PAGE))
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(FindingKind.values()).map(Enum::name), Stream.of("What is not looked at"))
                        .toList());
        assertThat(byKind()).containsOnlyKeys(FindingKind.values());
    }

    @TestFactory
    Stream<DynamicTest> the_output_is_what_the_example_makes_the_library_say() {
        return byKind().entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey().name(), () -> {
                    String said = said(entry.getKey(), entry.getValue().problem());
                    assertThat(said).isNotEmpty();
                    assertThat(withoutTime(Documents.output(PAGE, entry.getKey().name(), said)))
                            .isEqualTo(withoutTime(said));
                }));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_found_in_the_repair() {
        return byKind().entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey().name(),
                        () -> assertThat(said(entry.getKey(), entry.getValue().repair()))
                                .isEmpty()));
    }

    /** {@return what the development log says of one kind of finding in a request that runs an example} */
    private static String said(FindingKind kind, Code code) throws Exception {
        String path = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.REQUEST, "GET /" + path)) {
            code.run();
            collectGarbage();
            Analysis analysis = Detection.analyse(scope.unit().recording());
            return analysis.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .findFirst()
                    .map(finding -> Report.warning(analysis, finding) + "\n")
                    .orElse("");
        }
    }

    /** A connection is lost when nothing refers to it any more. */
    private static void collectGarbage() {
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        while (garbage.get() != null) {
            System.gc();
        }
    }

    private static String withoutTime(String text) {
        return text.replaceAll("\\d+ ms", "… ms");
    }

    @TestConfiguration
    static class Configuration {

        @Bean
        FindingExamples findingExamples(
                EntityManager entities, DataSource dataSource, PlatformTransactionManager transactions) {
            new TransactionTemplate(transactions).executeWithoutResult(setup -> {
                Album holidays = new Album("Holidays");
                holidays.tags().addAll(List.of("sun", "sea"));
                holidays.places().addAll(Set.of("sun", "sea"));
                entities.persist(holidays);
                for (int i = 1; i <= 10; i++) {
                    entities.persist(new Review("old " + i));
                }
                Photo next = null;
                for (String title : List.of("last", "third", "second", "first")) {
                    next = new Photo(title, next);
                    entities.persist(next);
                }
            });
            return new FindingExamples(entities, dataSource, transactions);
        }
    }
}
