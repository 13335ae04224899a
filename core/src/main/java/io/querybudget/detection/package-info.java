/** Finds N+1 patterns and other waste in a recording; pure functions of it. */
@NullMarked
package io.querybudget.detection;

import org.jspecify.annotations.NullMarked;
