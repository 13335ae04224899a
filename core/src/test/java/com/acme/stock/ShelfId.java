package com.acme.stock;

import jakarta.persistence.Embeddable;

@Embeddable
public record ShelfId(String aisle, int place) {}
