package io.querybudget.hibernate;

import java.util.Map;

/**
 * The setting {@code querybudget.enabled}, which leaves a session factory as it is when it is false.
 *
 * <p>Hibernate takes system properties for settings, so {@code -Dquerybudget.enabled=false} has the same effect.
 */
final class Switch {

    private static final String SETTING = "querybudget.enabled";

    private Switch() {}

    static boolean isOff(Map<String, Object> settings) {
        return "false".equalsIgnoreCase(String.valueOf(settings.get(SETTING)));
    }
}
