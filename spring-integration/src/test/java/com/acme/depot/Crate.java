package com.acme.depot;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Crate {

    @Id
    @GeneratedValue
    Long id;

    String label = "new";
}
