package io.querybudget.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.jdbc.Observed;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

class DataSourceObserverTests {

    private static final String URL = "jdbc:h2:mem:";

    @Test
    void keeps_the_class_of_a_bean() {
        assertThat(observed(new DriverManagerDataSource(URL))).isInstanceOf(DriverManagerDataSource.class);
    }

    @Test
    void keeps_the_interfaces_of_a_bean_whose_class_is_final() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(URL);

        assertThat(observed(dataSource)).isInstanceOf(javax.sql.XADataSource.class);
        assertThat(statementsOf(observed(dataSource))).isOne();
    }

    @Test
    void leaves_an_observed_bean_as_it_is() {
        DataSource once = observed(new DriverManagerDataSource(URL));

        assertThat(observed(once)).isSameAs(once);
    }

    @Test
    void counts_a_statement_once_below_delegating_data_sources() {
        DataSource pool = observed(new DriverManagerDataSource(URL));
        DataSource lazy = observed(new LazyConnectionDataSourceProxy(pool));
        DataSource transactional = observed(new TransactionAwareDataSourceProxy(lazy));

        assertThat(statementsOf(transactional)).isOne();
    }

    @Test
    void is_known_to_a_delegating_data_source_that_is_not_observed() {
        DataSource pool = observed(new DriverManagerDataSource(URL));

        assertThat(DataSourceObserver.isObserved(new LazyConnectionDataSourceProxy(pool)))
                .isTrue();
        assertThat(DataSourceObserver.isObserved(new DriverManagerDataSource(URL)))
                .isFalse();
    }

    @Test
    void gives_a_data_source_its_own_connection_back() throws SQLException {
        SingleConnectionDataSource dataSource =
                (SingleConnectionDataSource) observed(new SingleConnectionDataSource(URL, true));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement).isInstanceOf(Observed.class);
            assertThat(dataSource.shouldClose(connection)).isFalse();
        }
    }

    private static DataSource observed(DataSource dataSource) {
        return (DataSource) new DataSourceObserver().postProcessAfterInitialization(dataSource, "dataSource");
    }

    private static int statementsOf(DataSource dataSource) {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "one statement")) {
            new JdbcTemplate(dataSource).queryForObject("select max(x) from system_range(1, 3)", Integer.class);
            return scope.unit().recording().total();
        }
    }
}
