package io.querybudget.recording;

/** The classes that stand between the application and the database, or above the application. */
final class Frameworks {

    static final NamePrefixes CLASSES = new NamePrefixes(
            // the JVM and its languages
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "kotlinx.",
            "groovy.",
            "org.codehaus.groovy.",
            "scala.",
            // persistence and what calls it
            "org.hibernate.",
            "org.springframework.",
            "org.aopalliance.",
            "org.aspectj.",
            "net.bytebuddy.",
            "org.jboss.",
            "org.jooq.",
            "org.mybatis.",
            "org.apache.ibatis.",
            "com.baomidou.mybatisplus.",
            "com.querydsl.",
            "com.blazebit.",
            "com.vladmihalcea.",
            "io.hypersistence.",
            "org.jdbi.",
            "org.flywaydb.",
            "liquibase.",
            // tests and builds
            "org.junit.",
            "org.testng.",
            "org.assertj.",
            "org.mockito.",
            "org.spockframework.",
            "io.cucumber.",
            "io.kotest.",
            "org.apache.maven.",
            "org.gradle.",
            "com.intellij.",
            "org.eclipse.jdt.",
            // requests
            "org.apache.catalina.",
            "org.apache.coyote.",
            "org.apache.tomcat.",
            "org.eclipse.jetty.",
            "io.undertow.",
            "io.netty.",
            "reactor.",
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "org.thymeleaf.",
            "graphql.",
            "com.netflix.graphql.",
            "io.grpc.",
            // what watches SQL
            "io.micrometer.",
            "io.opentelemetry.",
            "brave.",
            "datadog.",
            "net.ttddyy.",
            "com.p6spy.",
            "com.github.gavlyukovskiy.",
            "net.sf.log4jdbc.",
            "com.yannbriancon.",
            // pools and drivers
            "com.zaxxer.",
            "org.apache.commons.dbcp2.",
            "org.apache.commons.pool2.",
            "com.mchange.",
            "com.alibaba.druid.",
            "io.agroal.",
            "org.vibur.",
            "oracle.ucp.",
            "org.apache.shardingsphere.",
            "software.amazon.jdbc.",
            "org.h2.",
            "org.hsqldb.",
            "org.apache.derby.",
            "org.postgresql.",
            "org.mariadb.",
            "com.mysql.",
            "oracle.jdbc.",
            "com.microsoft.sqlserver.",
            "com.ibm.db2.",
            "org.sqlite.",
            "org.testcontainers.",
            // this library
            "io.querybudget.recording.",
            "io.querybudget.jdbc.",
            "io.querybudget.hibernate.",
            "io.querybudget.junit.",
            "io.querybudget.spring.");

    /** Applications whose packages lie in one of those. */
    static final NamePrefixes APPLICATIONS_BELOW =
            new NamePrefixes("org.springframework.samples.", "org.jboss.as.quickstarts.");

    private Frameworks() {}
}
