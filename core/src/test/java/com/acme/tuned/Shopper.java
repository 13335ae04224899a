package com.acme.tuned;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import org.hibernate.annotations.BatchSize;

@Entity
@BatchSize(size = 5)
public class Shopper extends Named {}
