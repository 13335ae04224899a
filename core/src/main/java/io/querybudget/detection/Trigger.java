package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import java.util.List;

/**
 * A statement with the rows that led to it.
 *
 * @param statement the statement
 * @param sources the rows, several when a shared proxy has several owners; empty when none is known
 */
record Trigger(ExecutedStatement statement, List<SourceRow> sources) {}
