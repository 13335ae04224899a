package com.acme.payment;

import jakarta.persistence.Entity;

@Entity
public class Contract extends Paper {}
