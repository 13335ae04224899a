/** A small order management application. */
@NullMarked
package io.querybudget.demo;

import org.jspecify.annotations.NullMarked;
