package io.querybudget.recording;

/**
 * Knows the frames that stand between a call of the application and the opening of what it asks for, and leave the closing
 * to it. Transaction managers, templates and pools are not among them: they close what they open.
 */
final class OpeningCalls {

    private static final NamePrefixes PASS_ON = new NamePrefixes(
            "io.querybudget.recording.",
            "io.querybudget.jdbc.",
            "io.querybudget.hibernate.",
            "io.querybudget.spring.ConnectionAdvice",
            "java.lang.Class",
            "java.lang.reflect.",
            "java.lang.invoke.",
            "jdk.internal.",
            "jdk.proxy",
            "com.sun.proxy.",
            "org.springframework.aop.",
            "org.springframework.cglib.");
    private static final NamePrefixes PASS_ON_CONNECTIONS = new NamePrefixes(
            "org.springframework.jdbc.datasource.DelegatingDataSource",
            "org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy",
            "org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource");
    private static final NamePrefixes PASS_ON_SESSIONS = new NamePrefixes(
            "org.hibernate.",
            "jakarta.persistence.",
            "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean",
            "org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean",
            "org.springframework.orm.jpa.ExtendedEntityManagerCreator");

    private OpeningCalls() {}

    static boolean passesOnConnections(String className) {
        return passesOn(className) || PASS_ON_CONNECTIONS.begin(className);
    }

    static boolean passesOnSessions(String className) {
        return passesOn(className) || PASS_ON_SESSIONS.begin(className);
    }

    private static boolean passesOn(String className) {
        return CallPaths.isGenerated(className) || PASS_ON.begin(className);
    }
}
