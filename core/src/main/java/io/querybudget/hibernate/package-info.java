/** Tells the recording what Hibernate is doing, and which rows its entities came from. */
@NullMarked
package io.querybudget.hibernate;

import org.jspecify.annotations.NullMarked;
