package io.querybudget.demo.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a customer ordered at once. */
@Entity
@Table(name = "orders")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Order {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Customer customer;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    private List<OrderLine> lines = new ArrayList<>();

    protected Order() {}

    Order(Customer customer) {
        this.customer = customer;
    }

    Order with(int quantity, Product product) {
        lines.add(new OrderLine(this, quantity, product));
        return this;
    }

    long number() {
        return id;
    }

    Customer customer() {
        return customer;
    }

    BigDecimal total() {
        return lines.stream().map(OrderLine::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
