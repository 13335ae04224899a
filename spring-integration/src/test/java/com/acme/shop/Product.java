package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Product {

    @Id
    @GeneratedValue
    Long id;

    long price;

    static Product of(long price) {
        Product product = new Product();
        product.price = price;
        return product;
    }

    long price() {
        return price;
    }
}
