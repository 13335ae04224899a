package com.acme.billing;

import jakarta.persistence.Entity;

@Entity
public class Person extends Party {}
