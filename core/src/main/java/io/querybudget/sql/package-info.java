/** Reads SQL text far enough to classify it, to tell shapes apart and to relate its columns and parameters. */
@NullMarked
package io.querybudget.sql;

import org.jspecify.annotations.NullMarked;
