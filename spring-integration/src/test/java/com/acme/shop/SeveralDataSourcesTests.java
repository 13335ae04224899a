package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.ExecutedStatement;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SeveralDataSourcesTests {

    private static final ThreadLocal<String> TENANT = ThreadLocal.withInitial(() -> "shop");

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        DataSource shop() {
            return DataSourceBuilder.create().url("jdbc:h2:mem:several-shop").build();
        }

        @Bean
        DataSource archive() {
            return DataSourceBuilder.create().url("jdbc:h2:mem:several-archive").build();
        }

        @Bean
        DataSource delegating(@Qualifier("archive") DataSource archive) {
            return new DelegatingDataSource(archive);
        }

        @Bean
        DataSource lazy(@Qualifier("archive") DataSource archive) {
            return new LazyConnectionDataSourceProxy(archive);
        }

        /** Routes to two beans, and to a data source that is none. */
        @Bean
        @Primary
        DataSource routing(DataSource shop, DataSource archive) {
            AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
                @Override
                protected Object determineCurrentLookupKey() {
                    return TENANT.get();
                }
            };
            DataSource hidden = new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:several-hidden");
            routing.setTargetDataSources(Map.of("shop", shop, "archive", archive, "hidden", hidden));
            return routing;
        }
    }

    @Autowired
    Map<String, DataSource> dataSources;

    @Autowired
    OrderService orders;

    private List<String> dataSourcesOf(Runnable work) {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "several data sources")) {
            work.run();
            return scope.unit().recording().statements().stream()
                    .map(ExecutedStatement::execution)
                    .map(ExecutedStatement.Execution::dataSource)
                    .toList();
        }
    }

    private void query(String bean) {
        new JdbcTemplate(dataSources.get(bean)).queryForObject("select 1", Integer.class);
    }

    @Test
    void a_statement_is_counted_once_by_the_name_of_its_data_source() {
        assertThat(dataSourcesOf(() -> {
                    query("shop");
                    query("archive");
                }))
                .containsExactly("shop", "archive");
    }

    @Test
    void a_statement_through_a_delegating_or_a_lazy_data_source_is_counted_once_where_it_ends() {
        assertThat(dataSourcesOf(() -> {
                    query("delegating");
                    query("lazy");
                }))
                .containsExactly("archive", "archive");
    }

    @Test
    void a_statement_through_a_routing_data_source_is_counted_once_where_it_ends() {
        assertThat(dataSourcesOf(() -> {
                    query("routing");
                    TENANT.set("archive");
                    query("routing");
                    TENANT.set("hidden");
                    query("routing");
                    TENANT.remove();
                    assertThat(orders.fetchedTotals()).hasSize(3);
                }))
                .containsExactly("shop", "archive", "routing", "shop");
    }
}
