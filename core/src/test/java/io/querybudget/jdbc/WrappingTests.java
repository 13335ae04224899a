package io.querybudget.jdbc;

import static io.querybudget.jdbc.Database.onlyStatement;
import static io.querybudget.jdbc.Database.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.querybudget.ExecutedStatement;
import java.io.Closeable;
import java.io.IOException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcPreparedStatement;
import org.h2.jdbc.JdbcResultSet;
import org.h2.jdbc.JdbcStatement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WrappingTests {

    private static final String SELECT = "select id from crate";

    private Database database;

    @BeforeEach
    void create() throws SQLException {
        database = Database.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static void select(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            select(connection);
        }
    }

    private static void select(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SELECT);
        }
    }

    private HikariDataSource pool(DataSource target) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("Crates");
        pool.setDataSource(target);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    @Test
    void an_observed_data_source_is_not_wrapped_again() {
        DataSource observed = database.observed();

        assertThat(ObservedDataSource.wrap(observed, "again")).isSameAs(observed);
    }

    @Test
    void an_observed_connection_is_not_wrapped_again() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(new ConnectionObserver("again").observe(connection)).isSameAs(connection);
        }
    }

    @Test
    void a_pool_of_observed_connections_that_is_observed_counts_once() throws SQLException {
        try (HikariDataSource pool = pool(database.observed())) {
            ExecutedStatement executed = onlyStatement(() -> select(ObservedDataSource.wrap(pool, "pool")));

            assertThat(executed.execution().dataSource()).isEqualTo("crates");
        }
    }

    @Test
    void a_layer_above_an_observed_data_source_has_no_name_of_its_own_once_that_is_known() throws SQLException {
        try (HikariDataSource pool = pool(ObservedDataSource.wrap(database.raw(), "the layer below"))) {
            select(ObservedDataSource.wrap(pool, "the layer above"));

            assertThat(AttachedDataSources.names()).contains("the layer below").doesNotContain("the layer above");
        }
    }

    @Test
    void each_kind_of_statement_of_a_pool_of_observed_connections_counts_once() throws SQLException {
        try (HikariDataSource pool = pool(database.observed())) {
            DataSource observed = ObservedDataSource.wrap(pool, "pool");

            assertThat(statements(() -> {
                        try (Connection connection = observed.getConnection();
                                PreparedStatement prepared = connection.prepareStatement(SELECT);
                                CallableStatement call = connection.prepareCall("call abs(-1)")) {
                            prepared.execute();
                            call.execute();
                            select(connection);
                        }
                    }))
                    .hasSize(3);
        }
    }

    @Test
    void an_observed_pool_counts_once() throws SQLException {
        try (HikariDataSource pool = pool(database.raw())) {
            ExecutedStatement executed = onlyStatement(() -> select(ObservedDataSource.wrap(pool, "pool")));

            assertThat(executed.execution().dataSource()).isEqualTo("pool");
        }
    }

    @Test
    void a_data_source_with_other_wrappers_around_it_counts_once() throws SQLException {
        DataSource lazy = new LazyDataSource(database.observed());

        assertThat(statements(() -> select(ObservedDataSource.wrap(lazy, "outer"))))
                .hasSize(1);
    }

    @Test
    void a_lazy_connection_stays_lazy() throws SQLException {
        LazyDataSource lazy = new LazyDataSource(database.raw());
        DataSource observed = ObservedDataSource.wrap(lazy, "lazy");

        try (Connection connection = observed.getConnection()) {
            assertThat(connection.isClosed()).isFalse();
            assertThat(lazy.fetched()).isZero();
            select(connection);
            assertThat(lazy.fetched()).isEqualTo(1);
        }
        observed.getConnection().close();

        assertThat(lazy.fetched()).isEqualTo(1);
    }

    @Test
    void a_data_source_unwraps_to_its_pool() throws SQLException {
        try (HikariDataSource pool = pool(database.raw())) {
            DataSource observed = ObservedDataSource.wrap(pool, "pool");

            assertThat(observed.isWrapperFor(HikariDataSource.class)).isTrue();
            assertThat(observed.unwrap(HikariDataSource.class)).isSameAs(pool);
        }
    }

    @Test
    void a_data_source_unwraps_to_what_lies_below_its_pool() throws SQLException {
        try (HikariDataSource pool = pool(database.raw())) {
            DataSource observed = ObservedDataSource.wrap(pool, "pool");
            select(observed);

            assertThat(observed.isWrapperFor(JdbcDataSource.class)).isTrue();
            assertThat(observed.unwrap(JdbcDataSource.class)).isSameAs(database.raw());
        }
    }

    @Test
    void a_data_source_unwraps_to_itself() throws SQLException {
        DataSource observed = database.observed();

        assertThat(observed.isWrapperFor(Observed.class)).isTrue();
        assertThat(observed.unwrap(Observed.class)).isSameAs(observed);
        assertThat(observed.unwrap(ObservedDataSource.class)).isSameAs(observed);
    }

    @Test
    void a_data_source_unwraps_to_one_that_answers_no_questions() throws SQLException {
        LazyDataSource lazy = new LazyDataSource(database.raw());
        DataSource observed = ObservedDataSource.wrap(lazy, "lazy");

        assertThat(observed.isWrapperFor(LazyDataSource.class)).isTrue();
        assertThat(observed.unwrap(LazyDataSource.class)).isSameAs(lazy);
        assertThat(observed.isWrapperFor(HikariDataSource.class)).isFalse();
        assertThatThrownBy(() -> observed.unwrap(HikariDataSource.class)).isInstanceOf(SQLException.class);
    }

    @Test
    void closing_a_data_source_closes_its_pool() throws IOException {
        try (HikariDataSource pool = pool(database.raw())) {
            DataSource observed = ObservedDataSource.wrap(pool, "pool");

            ((Closeable) observed).close();

            assertThat(pool.isClosed()).isTrue();
        }
    }

    @Test
    void a_connection_with_credentials_is_observed() throws SQLException {
        assertThat(statements(() -> {
                    try (Connection connection = database.observed().getConnection("", "")) {
                        select(connection);
                    }
                }))
                .hasSize(1);
    }

    @Test
    void objects_unwrap_to_those_of_the_driver() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement(SELECT);
                ResultSet result = statement.executeQuery(SELECT)) {
            assertThat(connection.isWrapperFor(JdbcConnection.class)).isTrue();
            assertThat(connection.unwrap(JdbcConnection.class)).isInstanceOf(JdbcConnection.class);
            assertThat(statement.isWrapperFor(JdbcStatement.class)).isTrue();
            assertThat(statement.unwrap(JdbcStatement.class)).isInstanceOf(JdbcStatement.class);
            assertThat(prepared.unwrap(JdbcPreparedStatement.class)).isInstanceOf(JdbcPreparedStatement.class);
            assertThat(result.isWrapperFor(JdbcResultSet.class)).isTrue();
            assertThat(result.unwrap(JdbcResultSet.class)).isInstanceOf(JdbcResultSet.class);
            assertThat(statement.isWrapperFor(HikariDataSource.class)).isFalse();
        }
    }

    @Test
    void objects_unwrap_to_themselves() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SELECT)) {
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
            assertThat(result.unwrap(ResultSet.class)).isSameAs(result);
        }
    }

    @Test
    void objects_lead_back_to_observed_ones() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement(SELECT);
                ResultSet result = statement.executeQuery(SELECT)) {
            prepared.execute();

            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(prepared.getConnection()).isSameAs(connection);
            assertThat(result.getStatement()).isSameAs(statement);
            assertThat(prepared.getResultSet().getStatement()).isSameAs(prepared);
        }
    }

    @Test
    void names_a_data_source_after_its_pool() throws SQLException {
        try (HikariDataSource pool = pool(database.raw())) {
            assertThat(DataSourceName.of(pool)).isEqualTo("Crates");
        }
        assertThat(DataSourceName.of(database.raw())).isEqualTo("JdbcDataSource");
        assertThat(DataSourceName.of(new HikariDataSource())).isEqualTo("HikariDataSource");
    }

    @Test
    void a_name_made_of_a_url_holds_no_credentials() {
        assertThat(DataSourceName.ofUrl("jdbc:h2:mem:crates;USER=sa;PASSWORD=x"))
                .isEqualTo("jdbc:h2:mem:crates");
        assertThat(DataSourceName.ofUrl("jdbc:postgresql://db/crates?user=sa&password=x"))
                .isEqualTo("jdbc:postgresql://db/crates");
        assertThat(DataSourceName.ofUrl("jdbc:mysql://sa:x@db/crates")).isEqualTo("jdbc:mysql://db/crates");
        assertThat(DataSourceName.ofUrl("jdbc:oracle:thin:sa/x@db:1521/crates"))
                .isEqualTo("jdbc:oracle:thin:@db:1521/crates");
        assertThat(DataSourceName.ofUrl("jdbc:db2://db:50000/crates:password=x;user=sa;"))
                .isEqualTo("jdbc:db2://db:50000/crates");
        assertThat(DataSourceName.ofUrl("jdbc:mysql://(host=db,user=sa,password=x)/crates"))
                .isEqualTo("jdbc:mysql://");
    }

    @Test
    void knows_the_data_sources_that_are_attached() {
        ObservedDataSource.wrap(database.raw(), "attached in a test");

        assertThat(AttachedDataSources.names()).contains("attached in a test");
    }

    @Test
    void a_data_source_remembers_no_connection() throws SQLException {
        ObservedDataSource observed = (ObservedDataSource) database.observed();
        select(observed);
        observed.getConnection("", "").close();

        assertThat(observed.getConnectionIdManager().getOpenConnectionIds()).isEmpty();
    }
}
