package io.querybudget.sql;

import java.util.Set;

/**
 * One word, literal, parameter or symbol of a SQL text.
 *
 * @param text as compared: unquoted words in lower case, everything else as written
 * @param source as written
 */
record Token(TokenType type, String text, String source) {

    /** Stands before the first and after the last token of a text. */
    static final Token END = new Token(TokenType.END, "", "");

    static final Token PLACEHOLDER = new Token(TokenType.PARAMETER, "?", "?");

    /** The unquoted words that follow a table or a condition and so are never an alias. */
    private static final Set<String> RESERVED = Set.of(
            ("and apply as connect cross default except fetch final for force from full group having ignore inner"
                            + " intersect join left limit lock matched minus natural offset on or order outer output"
                            + " partition pivot qualify returning right select set start straight_join tablesample"
                            + " then union unpivot use using values when where window with")
                    .split(" "));

    /** {@return whether this is the given unquoted word or symbol} */
    boolean is(String other) {
        return (type == TokenType.WORD || type == TokenType.SYMBOL) && text.equals(other);
    }

    boolean isAnyOf(Set<String> others) {
        return (type == TokenType.WORD || type == TokenType.SYMBOL) && others.contains(text);
    }

    boolean isEnd() {
        return type == TokenType.END;
    }

    boolean isName() {
        return type == TokenType.WORD || type == TokenType.QUOTED_NAME;
    }

    boolean isLiteral() {
        return type == TokenType.STRING || type == TokenType.NUMBER;
    }

    /** {@return whether this is a literal or a parameter} */
    boolean isValue() {
        return isLiteral() || type == TokenType.PARAMETER;
    }

    boolean isReserved() {
        return isAnyOf(RESERVED);
    }

    /** {@return this literal without the quotes of a plain string} */
    String literal() {
        boolean isQuoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
        return isQuoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }

    /** {@return this name without its quotes} */
    String name() {
        if (type != TokenType.QUOTED_NAME) {
            return text;
        }
        String quote = text.substring(text.length() - 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
}
