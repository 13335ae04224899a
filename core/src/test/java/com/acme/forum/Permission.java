package com.acme.forum;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class Permission extends Named {}
