/** Observes what data sources and connections execute, with datasource-proxy. */
@NullMarked
package io.querybudget.jdbc;

import org.jspecify.annotations.NullMarked;
