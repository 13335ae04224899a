/** Records statements into the unit of work they belong to. */
@NullMarked
package io.querybudget.recording;

import org.jspecify.annotations.NullMarked;
