package com.acme.shop;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

class Shop {

    static EntityManagerFactory open() {
        return Persistence.createEntityManagerFactory("shop");
    }
}
