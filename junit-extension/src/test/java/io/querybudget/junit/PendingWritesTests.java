package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Customer;
import com.acme.shop.Shop;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class PendingWritesTests {

    private static final Shop SHOP = Shop.overPool("pending-writes");

    abstract static class TransactionCases {

        final Session session = SHOP.sessions().openSession();

        @BeforeEach
        void begin() {
            session.beginTransaction();
            session.persist(new Customer(1, "Ada"));
        }

        @AfterEach
        void roll_back() {
            session.getTransaction().rollback();
            session.close();
        }
    }

    static class WriteCases extends TransactionCases {

        @Test
        @QueryBudget(inserts = 0)
        void adds_a_customer() {
            session.persist(new Customer(2, "Bob"));
        }
    }

    @Test
    void counts_what_the_test_left_to_be_written_and_not_what_was_left_before() {
        assertThat(Jupiter.failureText(WriteCases.class)).isEqualTo("""
                WriteCases > adds_a_customer(): expected at most 0 inserts but executed 1

                  1 × insert into Customer(name, number) values (?, ?)""");
    }

    /** A test without a budget is not flushed, so its first query writes what the fixture left. */
    @ExtendWith(QueryBudgetExtension.class)
    abstract static class UnjudgedCases extends TransactionCases {

        void persistCustomers() {
            for (int number = 2; number <= 9; number++) {
                session.persist(new Customer(number, "Bob"));
            }
        }

        List<FindingKind> findingsOfReading(UnitOfWork work) {
            assertThat(session.createQuery("from Customer", Customer.class).getResultList())
                    .hasSize(9);
            return Detection.analyse(work.recording()).findings().stream()
                    .map(Finding::kind)
                    .toList();
        }
    }

    static class FixtureCases extends UnjudgedCases {

        @BeforeEach
        void add_customers() {
            persistCustomers();
        }

        @Test
        void reads_the_customers(UnitOfWork work) {
            assertThat(findingsOfReading(work)).isEmpty();
        }
    }

    static class ImportCases extends UnjudgedCases {

        @Test
        void adds_customers_and_reads_them(UnitOfWork work) {
            persistCustomers();
            assertThat(findingsOfReading(work)).containsExactly(FindingKind.UNBATCHED_WRITES);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {FixtureCases.class, ImportCases.class})
    void blames_a_test_only_for_what_it_left_to_be_written_itself(Class<?> cases) {
        EngineExecutionResults results = Jupiter.run(cases);

        assertThat(Jupiter.passed(results)).hasSize(1);
        assertThat(Jupiter.failures(results)).isEmpty();
    }

    static class BlockCases extends TransactionCases {

        @Test
        @QueryBudget
        void adds_a_customer() {
            session.persist(new Customer(2, "Bob"));
            Queries.expectQueries(1, () -> session.persist(new Customer(3, "Eve")));
            session.persist(new Customer(4, "Max"));
            Queries.expectQueries(1);
            session.persist(new Customer(5, "Kim"));
        }
    }

    @Test
    void counts_what_a_block_left_to_be_written() {
        assertThat(Jupiter.failures(Jupiter.run(BlockCases.class))).isEmpty();
    }

    static class FailingCases extends TransactionCases {

        @Test
        @QueryBudget(1)
        void passes() {
            session.persist(new Customer(2, "a name that is too long"));
        }

        @Test
        @QueryBudget(0)
        void exceeds_its_budget() {
            Shop.allOrders(session);
            session.persist(new Customer(2, "a name that is too long"));
        }
    }

    @Test
    void notes_writes_that_fail() {
        assertThat(Jupiter.failureText(FailingCases.class)).isEqualTo("""
                FailingCases > exceeds_its_budget(): expected at most 0 statements but executed 2
                  note: pending writes could not be flushed, so the counts may be too low: DataException: could not execute \
                statement

                  1 × select o1_0.id, o1_0.status from orders o1_0      Shop.allOrders (Shop.java:…)  2 rows
                  1 × insert into Customer(name, number) values (?, ?)""");
    }
}
