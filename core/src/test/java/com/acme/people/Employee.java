package com.acme.people;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.UUID;

@Entity
public class Employee {
    @Id
    private UUID id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Employee manager;

    @OneToMany(mappedBy = "manager")
    private List<Employee> reports;

    @ManyToOne(fetch = FetchType.LAZY)
    private Department department;

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Employee getManager() {
        return manager;
    }

    public List<Employee> getReports() {
        return reports;
    }

    public Department getDepartment() {
        return department;
    }
}
