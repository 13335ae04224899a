/** Sees what a data source executes. */
@NullMarked
package io.querybudget.jdbc;

import org.jspecify.annotations.NullMarked;
