package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Finding;
import io.querybudget.FixLocation;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;

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

    private static FixLocation queryToChange(UnitOfWork work) {
        List<Finding> findings = Detection.analyse(work.recording()).findings();
        assertThat(findings).hasSize(1);
        return Objects.requireNonNull(findings.get(0).fixHere());
    }
}
