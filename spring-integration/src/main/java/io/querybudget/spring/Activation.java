package io.querybudget.spring;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Whether this library observes an application, and why not.
 *
 * @param isOn whether it does
 * @param reason why it does not, or how to switch it off
 */
record Activation(boolean isOn, String reason) {

    static final String PROPERTY = "querybudget.enabled";

    private static final Profiles PRODUCTION = Profiles.of("prod | production");

    /** {@return what the property says; without it, only a production profile switches off} */
    static Activation of(Environment environment) {
        String value = valueIn(environment);
        return switch (value) {
            case "true" -> new Activation(true, PROPERTY + "=false switches it off");
            case "false" -> new Activation(false, PROPERTY + "=false");
            case "" -> byProfile(environment);
            default -> new Activation(false, PROPERTY + "=" + value + " is neither true nor false");
        };
    }

    private static Activation byProfile(Environment environment) {
        return environment.acceptsProfiles(PRODUCTION)
                ? new Activation(false, "a production profile is active; " + PROPERTY + "=true switches it on")
                : new Activation(true, PROPERTY + "=false switches it off");
    }

    private static String valueIn(Environment environment) {
        try {
            return environment.getProperty(PROPERTY, "").strip().toLowerCase(java.util.Locale.ROOT);
        } catch (IllegalArgumentException unresolvable) { // a placeholder without a value
            return "unresolvable";
        }
    }
}
