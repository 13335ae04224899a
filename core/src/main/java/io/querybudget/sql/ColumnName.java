package io.querybudget.sql;

/**
 * A column of a table, without its schema.
 *
 * @param table in lower case unless it was quoted
 * @param column in lower case unless it was quoted
 */
public record ColumnName(String table, String column) {}
