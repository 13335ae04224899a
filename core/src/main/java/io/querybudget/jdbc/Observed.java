package io.querybudget.jdbc;

/**
 * Marks the JDBC objects of this library.
 *
 * <p>{@code isWrapperFor(Observed.class)} tells through any number of wrappers whether SQL is observed already.
 */
public interface Observed {}
