package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.ExecutedStatement;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.datasource.connection-fetch=lazy")
class LazyConnectionTests {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    OrderService orders;

    @Test
    void counts_each_statement_once() {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "totals")) {
            orders.fetchedTotals();
            jdbc.queryForObject("select count(*) from product", Long.class);
            List<ExecutedStatement> statements = scope.unit().recording().statements();
            assertThat(statements).hasSize(2);
        }
    }
}
