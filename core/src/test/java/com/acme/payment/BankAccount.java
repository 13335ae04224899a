package com.acme.payment;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class BankAccount extends Named {}
