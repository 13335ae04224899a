package io.querybudget.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ActivationTests {

    @Test
    void is_on_unless_somebody_says_otherwise() {
        assertThat(activation(Map.of())).isEqualTo(new Activation(true, "querybudget.enabled=false switches it off"));
    }

    @Test
    void is_off_where_the_property_is_false() {
        assertThat(activation(Map.of("querybudget.enabled", " FALSE ")))
                .isEqualTo(new Activation(false, "querybudget.enabled=false"));
    }

    @Test
    void is_off_in_production_unless_the_property_is_true() {
        assertThat(activation(Map.of(), "prod", "eu").reason())
                .isEqualTo("a production profile is active; querybudget.enabled=true switches it on");
        assertThat(activation(Map.of(), "production").isOn()).isFalse();
        assertThat(activation(Map.of("querybudget.enabled", "true"), "prod").isOn())
                .isTrue();
    }

    @Test
    void is_off_where_the_property_makes_no_sense() {
        assertThat(activation(Map.of("querybudget.enabled", "maybe")))
                .isEqualTo(new Activation(false, "querybudget.enabled=maybe is neither true nor false"));
    }

    private static Activation activation(Map<String, Object> properties, String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        environment.setActiveProfiles(profiles);
        return Activation.of(environment);
    }
}
