package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityNameTests {

    private static final EntityNames NAMES = new EntityNames(Set.of(
            "com.acme.Product",
            "com.acme.billing.Order",
            "com.acme.shop.Order",
            "com.acme.billing.legacy.Address",
            "com.acme.shop.legacy.Address",
            "com.acme.Trips$Ticket",
            "com.acme.Films$Ticket",
            "Note",
            "com.acme.Note"));

    @Test
    void leaves_out_the_package() {
        assertThat(NAMES.of("com.acme.Product")).isEqualTo("Product");
    }

    @Test
    void says_as_much_of_the_package_as_tells_two_entities_apart() {
        assertThat(NAMES.of("com.acme.billing.Order")).isEqualTo("billing.Order");
        assertThat(NAMES.of("com.acme.shop.legacy.Address")).isEqualTo("shop.legacy.Address");
    }

    @Test
    void says_the_class_around_a_nested_one() {
        assertThat(NAMES.of("com.acme.Trips$Ticket")).isEqualTo("Trips.Ticket");
    }

    @Test
    void says_all_that_there_is() {
        assertThat(NAMES.of("Note")).isEqualTo("Note");
        assertThat(NAMES.of("com.acme.Note")).isEqualTo("acme.Note");
    }
}
