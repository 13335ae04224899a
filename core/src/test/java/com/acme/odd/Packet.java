package com.acme.odd;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** Its identifier is an array; it may have no item, and lacks some of its labels. */
@Entity
public class Packet {

    @Id
    private byte[] code;

    @ManyToOne(fetch = FetchType.LAZY)
    private Item item;

    @ManyToOne(fetch = FetchType.LAZY)
    private Packet outer;

    @OneToMany(mappedBy = "outer")
    private List<Packet> inner = new ArrayList<>();

    @ElementCollection
    @OrderColumn
    private List<String> labels = new ArrayList<>();

    protected Packet() {}

    public Packet(int code, Item item, Packet outer) {
        this.code = new byte[] {(byte) code, 0, (byte) -code};
        this.item = item;
        this.outer = outer;
        labels.add("first");
        labels.add(null);
        labels.add("third");
    }

    public Item item() {
        return item;
    }

    public Packet outer() {
        return outer;
    }

    public List<Packet> inner() {
        return inner;
    }

    public List<String> labels() {
        return labels;
    }
}
