package io.querybudget.sql;

/** What a token is. */
enum TokenType {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    PARAMETER,
    SYMBOL,
    /** There is no token. */
    END
}
