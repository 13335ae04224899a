package io.querybudget.demo.shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody who orders. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Customer {

    @Id
    @GeneratedValue
    private Long id;

    private String name;

    @ElementCollection
    private Set<String> addresses = new HashSet<>();

    @OneToMany(mappedBy = "customer")
    private List<Order> orders;

    protected Customer() {}

    Customer(String name, String... addresses) {
        this.name = name;
        this.addresses = Set.of(addresses);
    }

    String name() {
        return name;
    }

    Set<String> addresses() {
        return addresses;
    }

    List<Order> orders() {
        return orders;
    }
}
