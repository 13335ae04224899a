/** Attaches QueryBudget to Spring Boot applications. */
@NullMarked
package io.querybudget.spring;

import org.jspecify.annotations.NullMarked;
