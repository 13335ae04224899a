package com.acme.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
public class Project {
    @Id
    private String code;

    @OneToMany(mappedBy = "project")
    private List<Assignment> assignments;

    public String getCode() {
        return code;
    }

    public List<Assignment> getAssignments() {
        return assignments;
    }
}
