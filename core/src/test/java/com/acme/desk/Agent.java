package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class Agent extends Named {}
