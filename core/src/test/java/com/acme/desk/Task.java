package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A ticket whose agent is mapped as lazy. */
@Entity
public class Task extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Agent assignee;

    public Agent getAssignee() {
        return assignee;
    }
}
