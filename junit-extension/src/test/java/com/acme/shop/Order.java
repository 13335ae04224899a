package com.acme.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "orders")
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String status = "open";

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    private List<OrderLine> lines = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = 5)
    private List<String> notes = new ArrayList<>();

    public List<String> notes() {
        return notes;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public void pay() {
        status = "paid";
    }

    public void toggle() {
        status = "open".equals(status) ? "paid" : "open";
    }

    public void loseStatus() {
        status = null;
    }

    public String status() {
        return status;
    }

    public Long id() {
        return id;
    }
}
