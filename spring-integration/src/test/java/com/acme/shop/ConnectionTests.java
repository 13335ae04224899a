package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Analysis;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "spring.jpa.open-in-view=true")
@AutoConfigureMockMvc
class ConnectionTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OrderService orders;

    @Autowired
    DataSource dataSource;

    @Autowired
    EntityManagerFactory factory;

    @Autowired
    PlatformTransactionManager transactions;

    private static Analysis analyse(Runnable work) {
        try (UnitScope unit = UnitScope.open(UnitOfWork.Kind.REQUEST, "GET /orders")) {
            work.run();
            return Detection.analyse(unit.unit().recording());
        }
    }

    private static List<FindingKind> found(Runnable work) {
        return analyse(work).findings().stream().map(Finding::kind).toList();
    }

    @Test
    void what_a_view_loads_is_found_with_the_query_that_should_fetch_it() {
        Analysis analysis =
                analyse(() -> assertThat(mvc.get().uri("/orders/newest")).hasStatusOk());

        assertThat(analysis.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.SQL_IN_VIEW)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.associations()).hasToString("[Order.lines]");
                    assertThat(finding.fixHere()).hasToString("OrderRepository.findOpen");
                });
    }

    @Test
    void a_connection_and_an_entity_manager_that_nobody_closes_are_found() throws Exception {
        try (Connection before = dataSource.getConnection();
                EntityManager outside = factory.createEntityManager()) {
            assertThat(found(() -> {
                        outside.createQuery("from Order").getResultList();
                        assertThat(before).isNotNull();
                    }))
                    .isEmpty();
        }
        List<AutoCloseable> opened = new ArrayList<>();
        assertThat(found(() -> {
                    EntityManager manager = factory.createEntityManager();
                    manager.getTransaction().begin();
                    opened.add(manager);
                }))
                .containsExactly(FindingKind.UNCLOSED_CONNECTION);
        assertThat(found(() -> opened.add(connect(dataSource)))).containsExactly(FindingKind.UNCLOSED_CONNECTION);
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    @Transactional
    void the_connection_of_the_tests_own_transaction_is_no_finding() {
        assertThat(found(() -> {
                    orders.fetchedTotals();
                    assertThat(new JdbcTemplate(dataSource).queryForObject("select count(*) from orders", Long.class))
                            .isPositive();
                    assertThat(DataSourceUtils.getConnection(dataSource)).isNotNull();
                }))
                .isEmpty();
    }

    @Test
    void a_transaction_that_suspends_another_one_holds_a_second_connection() {
        TransactionTemplate outer = new TransactionTemplate(transactions);
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThat(found(() -> outer.executeWithoutResult(unused -> {
                    orders.fetchedTotals();
                    inner.executeWithoutResult(alsoUnused -> orders.fetchedTotals());
                })))
                .contains(FindingKind.NESTED_CONNECTION);
        assertThat(found(() -> outer.executeWithoutResult(unused -> {
                    orders.fetchedTotals();
                    orders.newest();
                })))
                .doesNotContain(FindingKind.NESTED_CONNECTION);
    }

    private static Connection connect(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
