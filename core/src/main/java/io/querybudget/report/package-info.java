/** Writes all prose: failure texts, warnings, and the tree that both show. */
@NullMarked
package io.querybudget.report;

import org.jspecify.annotations.NullMarked;
