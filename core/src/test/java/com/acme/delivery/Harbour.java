package com.acme.delivery;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class Harbour extends Named {}
