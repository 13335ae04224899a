package com.acme.shop;

import static io.querybudget.junit.Queries.expectQueries;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.jdbc.Observed;
import io.querybudget.junit.QueryBudget;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;

@DataJpaTest
class SliceTests {

    @Autowired
    TestEntityManager entities;

    @Autowired
    OrderRepository orders;

    @BeforeEach
    void anOrder() {
        Product product = entities.persist(Product.of(7));
        entities.persistAndFlush(Order.of(product, product));
        entities.clear();
    }

    @Test
    @QueryBudget(1)
    void a_repository_keeps_its_budget(@Autowired DataSource dataSource) {
        assertThat(dataSource).isInstanceOf(Observed.class);
        assertThat(orders.findOpenWithProducts()).hasSize(1);
    }

    @Test
    void a_block_executes_as_much_as_expected() {
        expectQueries(2, () -> {
            orders.count();
            orders.findOpen();
        });
    }
}
