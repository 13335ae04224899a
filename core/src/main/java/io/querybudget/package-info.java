/** The vocabulary: what was recorded, what was found in it, and what was allowed. */
@NullMarked
package io.querybudget;

import org.jspecify.annotations.NullMarked;
