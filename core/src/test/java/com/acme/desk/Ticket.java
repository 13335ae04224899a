package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class Ticket extends Named {
    @ManyToOne
    private Agent assignee;

    public Agent getAssignee() {
        return assignee;
    }
}
