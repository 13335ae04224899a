package com.acme.clinic;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class Specialty extends Named {}
