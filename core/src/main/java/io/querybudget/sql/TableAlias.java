package io.querybudget.sql;

/**
 * An alias that a statement gives to a table, or to something that stands in the place of one.
 *
 * @param start the index of the alias, or of the {@code as} before it
 * @param end the index after the alias
 * @param block where it is known
 * @param table the table, {@code derived} for anything else
 */
record TableAlias(int start, int end, Block block, String table) {}
