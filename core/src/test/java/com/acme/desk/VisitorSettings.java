package com.acme.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

@Entity
public class VisitorSettings {
    @Id
    private Long id;

    private String theme;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    private Visitor visitor;

    public Long getId() {
        return id;
    }

    public String getTheme() {
        return theme;
    }

    public Visitor getVisitor() {
        return visitor;
    }
}
