/** A small application: plain JDBC and a Hibernate model, with call sites that are no frames of this library. */
@NullMarked
package com.acme.warehouse;

import org.jspecify.annotations.NullMarked;
