package com.acme.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "orders")
public class Order extends Named {
    private String status;

    @ManyToOne(fetch = FetchType.LAZY)
    private Customer customer;

    @ManyToOne(fetch = FetchType.LAZY)
    private Address billing;

    @ManyToOne(fetch = FetchType.LAZY)
    private Address shipping;

    @OneToMany(mappedBy = "order")
    @OrderBy("id")
    private List<OrderLine> lines;

    @OneToMany(mappedBy = "order")
    private Set<Note> notes;

    @ElementCollection
    @OrderColumn(name = "position")
    @CollectionTable(name = "OrderRemark")
    private List<String> remarks;

    @ElementCollection
    @CollectionTable(name = "OrderDiscount")
    private List<Discount> discounts;

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Customer getCustomer() {
        return customer;
    }

    public Address getBilling() {
        return billing;
    }

    public Address getShipping() {
        return shipping;
    }

    public List<OrderLine> getLines() {
        return lines;
    }

    public Set<Note> getNotes() {
        return notes;
    }

    public List<String> getRemarks() {
        return remarks;
    }

    public List<Discount> getDiscounts() {
        return discounts;
    }
}
