/** The vocabulary: units of work, statements, findings and budgets. */
@NullMarked
package io.querybudget;

import org.jspecify.annotations.NullMarked;
