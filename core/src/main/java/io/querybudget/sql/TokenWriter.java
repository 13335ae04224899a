package io.querybudget.sql;

import java.util.Set;

/** Writes tokens with the same spaces whatever the spaces of their source. Not thread-safe. */
final class TokenWriter {

    private static final Set<String> SPACE_BEFORE_PARENTHESIS = Set.of(
            ("all and any apply as between by distinct else except exists filter from having in intersect join lateral"
                            + " like limit materialized minus not offset on or over returning select some table then"
                            + " union using values when where with")
                    .split(" "));

    private static final Set<String> NO_SPACE_BEFORE = Set.of(")", ",", ";", ".", "::");

    private static final Set<String> NO_SPACE_AFTER = Set.of("(", ".", "::");

    private final StringBuilder out = new StringBuilder();
    private Token last = Token.END;

    void write(Token token, String text) {
        if (!last.isEnd() && needsSpace(token)) {
            out.append(' ');
        }
        out.append(text);
        last = token;
    }

    private boolean needsSpace(Token token) {
        if (token.is("(") && last.isName()) {
            return last.isAnyOf(SPACE_BEFORE_PARENTHESIS);
        }
        if (last.is(":")) {
            return true;
        }
        return !token.isAnyOf(NO_SPACE_BEFORE) && !last.isAnyOf(NO_SPACE_AFTER);
    }

    int length() {
        return out.length();
    }

    /** Replaces everything from the position on. */
    void replaceFrom(int position, String text) {
        out.replace(position, out.length(), text);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
