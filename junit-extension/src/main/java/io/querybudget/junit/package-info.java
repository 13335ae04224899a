/** Holds JUnit tests to their query budget. */
@NullMarked
package io.querybudget.junit;

import org.jspecify.annotations.NullMarked;
