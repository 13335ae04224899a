package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.querybudget.jdbc.Observed;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.metadata.HikariDataSourcePoolMetadata;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DataSourceTests {

    @Autowired
    HikariDataSource dataSource;

    @Autowired
    OrderService orders;

    @Test
    void an_observed_pool_is_still_a_pool() throws SQLException {
        assertThat(dataSource).isInstanceOf(Observed.class);
        assertThat(dataSource.unwrap(HikariDataSource.class).getPoolName()).isEqualTo(dataSource.getPoolName());
    }

    @Test
    void a_pool_can_be_derived_from_an_observed_one() throws SQLException {
        try (HikariDataSource derived = (HikariDataSource)
                        DataSourceBuilder.derivedFrom(dataSource).build();
                Connection connection = derived.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(derived.getJdbcUrl()).isEqualTo(dataSource.getJdbcUrl());
        }
    }

    @Test
    void metrics_read_the_state_of_the_pool_from_its_proxy() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(new HikariDataSourcePoolMetadata(dataSource).getActive()).isPositive();
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_statement_of_Hibernate_is_counted_once() {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "totals")) {
            orders.fetchedTotals();
            assertThat(scope.unit().recording().total()).isOne();
        }
    }
}
