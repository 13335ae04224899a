package com.acme.people;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

@Entity
public class Assignment {
    @EmbeddedId
    private AssignmentId id;

    @ManyToOne(fetch = FetchType.LAZY)
    @MapsId("employee")
    private Employee employee;

    @ManyToOne(fetch = FetchType.LAZY)
    @MapsId("project")
    private Project project;

    private int hours;

    public AssignmentId getId() {
        return id;
    }

    public Employee getEmployee() {
        return employee;
    }

    public Project getProject() {
        return project;
    }

    public int getHours() {
        return hours;
    }
}
