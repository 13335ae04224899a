package io.querybudget.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Placeholder: configures nothing. */
@AutoConfiguration
public final class QueryBudgetAutoConfiguration {}
