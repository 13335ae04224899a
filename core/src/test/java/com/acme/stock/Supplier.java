package com.acme.stock;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class Supplier extends Named {}
