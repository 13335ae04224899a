package io.querybudget.sql;

/**
 * Finds the ends of quoted parts and comments in a SQL text. Each method takes the position at which the part starts
 * and returns the position after it, or -1 when it is left open. Not thread-safe.
 */
final class Quotes {

    private static final int OPEN = -1;

    private final String text;
    private final boolean backslashEscapes;
    private boolean commentsNest = true;

    Quotes(String text, boolean backslashEscapes) {
        this.text = text;
        this.backslashEscapes = backslashEscapes;
    }

    int end(int start) {
        return end(start, backslashEscapes);
    }

    int endWithEscapes(int start) {
        return end(start, true);
    }

    int endOfName(int start) {
        return end(start, false);
    }

    private int end(int start, boolean escapes) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote;
            if (doubled || (escapes && c == '\\')) {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return OPEN;
    }

    /** Oracle's {@code q'[it's]'}; the position is that of the quote. */
    int endOfAlternative(int start) {
        if (start + 1 >= text.length()) {
            return OPEN;
        }
        char open = text.charAt(start + 1);
        int pair = "[{(<".indexOf(open);
        char close = pair < 0 ? open : "]})>".charAt(pair);
        int end = text.indexOf(close + "'", start + 2);
        return end < 0 ? OPEN : end + 2;
    }

    /** The bracketed name of SQL Server; anything that does not look like a name counts as left open. */
    int endOfBracket(int start) {
        int end = start + 1;
        if (end < text.length() && !Character.isLetter(text.charAt(end)) && text.charAt(end) != '_') {
            return OPEN;
        }
        while (end < text.length() && isBracketedPart(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ']' ? end + 1 : OPEN;
    }

    private static boolean isBracketedPart(char c) {
        return Character.isLetterOrDigit(c) || " _-.$#".indexOf(c) >= 0;
    }

    boolean startsDollarQuote(int start) {
        return endOfDollarTag(start) != OPEN;
    }

    int endOfDollarQuote(int start) {
        int body = endOfDollarTag(start);
        String tag = text.substring(start, body);
        int end = text.indexOf(tag, body);
        return end < 0 ? OPEN : end + tag.length();
    }

    private int endOfDollarTag(int start) {
        int end = start + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '$' ? end + 1 : OPEN;
    }

    boolean startsComment(int start) {
        return text.startsWith("--", start) || text.startsWith("/*", start);
    }

    int endOfComment(int start) {
        if (text.startsWith("--", start)) {
            int end = text.indexOf('\n', start);
            return end < 0 ? text.length() : end + 1;
        }
        int end = commentsNest ? endOfNestedComment(start) : OPEN;
        if (end == OPEN) {
            commentsNest = false;
            int plain = text.indexOf("*/", start + 2);
            return plain < 0 ? OPEN : plain + 2;
        }
        return end;
    }

    private int endOfNestedComment(int start) {
        int depth = 0;
        for (int i = start; i < text.length() - 1; i++) {
            if (text.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (text.startsWith("*/", i)) {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            }
        }
        return OPEN;
    }
}
