package com.acme.billing;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class Reminder extends Named {}
