package io.querybudget.sql;

/** The part of a query in which a token stands. */
enum Clause {
    /** The tables read or written, without join conditions. */
    TABLES,
    /** The conditions of {@code where}, {@code having} and {@code on} that have to hold, not those in a {@code case}. */
    CONDITION,
    /** {@code order by}, {@code group by} and {@code partition by}. */
    ORDER,
    /** {@code limit}, {@code offset}, {@code fetch} and {@code top}. */
    PAGING,
    /** Everything else, also the arguments of functions. */
    OTHER
}
