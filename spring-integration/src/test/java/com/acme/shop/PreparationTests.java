package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.querybudget.junit.QueryBudget;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.context.jdbc.Sql.ExecutionPhase;

/** Runs alone, because it opens the unit of a test, which adopts what other threads execute. */
@Isolated
class PreparationTests {

    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = {
                "spring.datasource.url=jdbc:h2:mem:preparation",
                "spring.jpa.hibernate.ddl-auto=create-drop",
                "spring.flyway.enabled=true",
                "spring.flyway.locations=classpath:com/acme/shop/flyway",
                "spring.flyway.baseline-on-migrate=true",
                "spring.flyway.baseline-version=0",
                "spring.liquibase.enabled=true",
                "spring.liquibase.change-log=classpath:com/acme/shop/liquibase.sql"
            })
    @Sql(statements = "insert into changed(id) values (2)", executionPhase = ExecutionPhase.BEFORE_TEST_CLASS)
    static class Cases {

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        OrderService orders;

        @BeforeAll
        static void prepare_all(@Autowired JdbcTemplate jdbc) {
            jdbc.update("insert into migrated(id) values (3)");
        }

        @BeforeEach
        void prepare() {
            jdbc.update("insert into migrated(id) values (4)");
        }

        @Test
        @Sql(statements = "insert into migrated(id) values (5)")
        @Sql(statements = "delete from migrated where id > 1", executionPhase = ExecutionPhase.AFTER_TEST_METHOD)
        @QueryBudget(2)
        void reads_what_was_prepared(UnitOfWork work) {
            assertThat(jdbc.queryForList(
                            "select id from migrated union all select id from changed order by id", Integer.class))
                    .containsExactly(1, 2, 3, 4, 5);
            assertThat(orders.fetchedTotals()).hasSize(3);
            assertThat(work.recording().total()).isEqualTo(2);
            assertThat(work.recording().strays()).isEmpty();
        }
    }

    @Test
    void scripts_migrations_and_fixtures_count_for_no_test() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (UnitScope neighbour = UnitScope.open(UnitOfWork.Kind.TEST, "a neighbour")) {
            Events events = thread.submit(() -> EngineTestKit.engine("junit-jupiter")
                            .selectors(selectClass(Cases.class))
                            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                            .execute()
                            .allEvents())
                    .get();

            assertThat(events.failed()
                            .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                    .getThrowable()))
                    .isEmpty();
            assertThat(events.succeeded().map(event -> event.getTestDescriptor().isTest()))
                    .contains(true);
            assertThat(neighbour.unit().recording().statements()).isEmpty();
            assertThat(neighbour.unit().recording().strays()).isEmpty();
        } finally {
            thread.shutdown();
        }
    }
}
