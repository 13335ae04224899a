package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.Version;
import org.junit.jupiter.api.Test;

/** Guards the profile {@code hibernate-6.6}: without its class path the tests would pass on the newest line unnoticed. */
class HibernateVersionTests {

    @Test
    void runs_on_the_hibernate_version_that_the_build_names() {
        assertThat(Version.getVersionString()).isEqualTo(System.getProperty("tested-hibernate.version"));
    }
}
