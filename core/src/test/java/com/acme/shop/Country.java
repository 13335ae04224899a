package com.acme.shop;

import jakarta.persistence.Entity;

@Entity
public class Country extends Named {}
