/** A small order management application: customers order products, and somebody asks for totals. */
@NullMarked
package io.querybudget.demo.shop;

import org.jspecify.annotations.NullMarked;
