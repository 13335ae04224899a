package com.acme.people;

import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
public record AssignmentId(UUID employee, String project) {}
