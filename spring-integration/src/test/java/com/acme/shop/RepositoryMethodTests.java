package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Finding;
import io.querybudget.FixLocation;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.report.Report;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/** Where a fix is to be made: at a method that Spring Data implements, but at the line of one that the application does. */
@DataJpaTest
class RepositoryMethodTests {

    @Autowired
    TestEntityManager entities;

    @Autowired
    OrderRepository orders;

    @BeforeEach
    void twoOrders() {
        Product product = entities.persist(Product.of(7));
        entities.persist(Order.of(product));
        entities.persistAndFlush(Order.of(product));
        entities.clear();
    }

    @Test
    void a_query_that_spring_data_executes_is_known_by_its_method(UnitOfWork work) {
        assertThat(orders.findOpen()).allMatch(order -> order.lines.size() == 1);

        assertThat(queryToChange(work).repositoryMethod()).isEqualTo("OrderRepository.findOpen");
    }

    @Test
    void a_query_in_a_hand_written_part_is_known_by_its_line(UnitOfWork work) {
        assertThat(orders.linesOfEach()).containsExactly(1L, 1L);

        assertThat(queryToChange(work).repositoryMethod()).isNull();
        assertThat(queryToChange(work)).hasToString("CustomOrdersImpl.linesOfEach (CustomOrdersImpl.java:16)");
    }

    @Test
    void an_inherited_method_is_to_be_declared_again_to_get_a_graph(UnitOfWork work) {
        assertThat(orders.findAll()).allMatch(order -> order.lines.size() == 1);

        assertThat(text(work))
                .contains("@EntityGraph(attributePaths = \"lines\") on OrderRepository.findAll, declared again");
    }

    @Test
    void a_declared_method_gets_a_graph_where_it_stands(UnitOfWork work) {
        assertThat(orders.findOpen()).allMatch(order -> order.lines.size() == 1);

        assertThat(text(work)).contains("@EntityGraph(attributePaths = \"lines\") on OrderRepository.findOpen\n");
    }

    @Test
    void the_method_that_finds_many_needs_the_graph_of_the_one_that_finds_each(UnitOfWork work) {
        for (Long id : entities.getEntityManager()
                .createQuery("select o.id from Order o order by o.id", Long.class)
                .getResultList()) {
            assertThat(orders.findById(id).orElseThrow().lines).hasSize(1);
        }

        assertThat(text(work))
                .contains("OrderRepository.findAllById, declared again with @EntityGraph(attributePaths = \"lines\"),")
                .contains("leaves 2 statements");
    }

    @Test
    void a_page_counts_all_rows_each_time(UnitOfWork work) {
        Page<Order> page = Page.empty(PageRequest.of(0, 1));
        do {
            page = orders.findByIdGreaterThan(0L, page.isEmpty() ? page.getPageable() : page.nextPageable());
        } while (page.hasNext());

        assertThat(work.recording().total()).isEqualTo(4);
        assertThat(text(work))
                .contains("a method that returns Slice or Window in place of OrderRepository.findByIdGreaterThan,")
                .contains("leaves 2 statements");
    }

    private static String text(UnitOfWork work) {
        return Report.tree(Detection.analyse(work.recording()));
    }

    private static FixLocation queryToChange(UnitOfWork work) {
        List<Finding> findings = Detection.analyse(work.recording()).findings();
        assertThat(findings).hasSize(1);
        return Objects.requireNonNull(findings.get(0).fixHere());
    }
}
