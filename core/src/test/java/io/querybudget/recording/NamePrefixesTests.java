package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePrefixesTests {

    private final NamePrefixes prefixes = new NamePrefixes("org.h2.", "java.", "org.apache.maven.", "org.apache.");

    @ParameterizedTest
    @ValueSource(strings = {"java.util.List", "org.h2.Driver", "org.apache.maven.Cli", "org.apache.zookeeper.Node"})
    void begin_these_names(String className) {
        assertThat(prefixes.begin(className)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Shop", "javax.sql.DataSource", "org.h2x.Driver", "zoo.Keeper", ""})
    void begin_none_of_these(String className) {
        assertThat(prefixes.begin(className)).isFalse();
    }

    @Test
    void begin_nothing_without_prefixes() {
        assertThat(new NamePrefixes().begin("com.acme.Shop")).isFalse();
    }
}
