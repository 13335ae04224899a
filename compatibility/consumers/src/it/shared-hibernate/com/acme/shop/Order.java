package com.acme.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "orders")
class Order {

    @Id
    @GeneratedValue
    Long id;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    List<OrderLine> lines = new ArrayList<>();

    static Order withLines(int lines) {
        Order order = new Order();
        for (int i = 0; i < lines; i++) {
            order.lines.add(OrderLine.of(order));
        }
        return order;
    }
}
