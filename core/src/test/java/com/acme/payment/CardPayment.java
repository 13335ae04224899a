package com.acme.payment;

import jakarta.persistence.Entity;

@Entity
public class CardPayment extends Payment {}
