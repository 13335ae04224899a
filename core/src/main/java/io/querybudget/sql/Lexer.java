package io.querybudget.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Splits a SQL text of any dialect into tokens, in time linear to its length. Not thread-safe. */
final class Lexer {

    private static final int UNREADABLE = -1;

    private final String text;
    private final Quotes quotes;
    private final Words words;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String text, boolean backslashEscapes) {
        this.text = text;
        this.words = new Words(text);
        this.quotes = new Quotes(text, backslashEscapes);
    }

    /**
     * Reads a text as standard SQL and, if that fails, with the backslash escapes of MySQL.
     *
     * @return the tokens, or nothing for a text without any, with a quote left open or with unmatched parentheses
     */
    static Optional<Tokens> read(String text) {
        return new Lexer(text, false).read().or(() -> new Lexer(text, true).read());
    }

    private Optional<Tokens> read() {
        int position = 0;
        while (position < text.length()) {
            position = next(position);
            if (position == UNREADABLE) {
                return Optional.empty();
            }
        }
        return Tokens.of(tokens);
    }

    /** Adds the token at the position and returns the position after it. */
    private int next(int start) {
        char first = text.charAt(start);
        return switch (first) {
            case '\'' -> add(TokenType.STRING, start, quotes.end(start));
            case '"', '`' -> add(TokenType.QUOTED_NAME, start, quotes.endOfName(start));
            case '[' -> bracket(start);
            case '-', '/' -> quotes.startsComment(start) ? quotes.endOfComment(start) : symbol(start);
            case '?' -> questionMark(start);
            case '$' -> dollar(start);
            case ':' -> colon(start);
            case '\\' -> UNREADABLE;
            default -> Character.isWhitespace(first) || Character.isSpaceChar(first) ? start + 1 : plain(start);
        };
    }

    private int plain(int start) {
        if (words.starts(start)) {
            return word(start);
        }
        boolean fraction = text.charAt(start) == '.' && words.isDigit(start + 1) && !last().isName();
        if (words.isDigit(start) || fraction) {
            return add(TokenType.NUMBER, start, words.endOfNumber(start));
        }
        return Character.isISOControl(text.charAt(start)) ? UNREADABLE : symbol(start);
    }

    private int word(int start) {
        int end = words.end(start);
        boolean prefix = end < text.length() && text.charAt(end) == '\'';
        if (!prefix) {
            return add(TokenType.WORD, start, end);
        }
        return switch (text.substring(start, end).toLowerCase(Locale.ROOT)) {
            case "e" -> add(TokenType.STRING, start, quotes.endWithEscapes(end));
            case "q", "nq" -> add(TokenType.STRING, start, quotes.endOfAlternative(end));
            case "n", "b", "x" -> add(TokenType.STRING, start, quotes.end(end));
            default -> add(TokenType.WORD, start, end);
        };
    }

    /** A bracket quotes a name, unless it is the subscript of an array. */
    private int bracket(int start) {
        boolean subscript = start > 0 && (words.isPart(start - 1) || ")]?".indexOf(text.charAt(start - 1)) >= 0);
        int end = subscript ? UNREADABLE : quotes.endOfBracket(start);
        return end == UNREADABLE ? symbol(start) : add(TokenType.QUOTED_NAME, start, end);
    }

    /** {@code ??} is how JDBC spells PostgreSQL's operators that contain a question mark. */
    private int questionMark(int start) {
        if (text.startsWith("??", start)) {
            return add(TokenType.SYMBOL, start, start + 2);
        }
        return add(TokenType.PARAMETER, start, words.endOfDigits(start + 1));
    }

    private int dollar(int start) {
        if (words.isDigit(start + 1)) {
            return add(TokenType.PARAMETER, start, words.endOfDigits(start + 1));
        }
        return quotes.startsDollarQuote(start)
                ? add(TokenType.STRING, start, quotes.endOfDollarQuote(start))
                : symbol(start);
    }

    private int colon(int start) {
        if (text.startsWith("::", start) || text.startsWith(":=", start)) {
            return add(TokenType.SYMBOL, start, start + 2);
        }
        return words.starts(start + 1) ? add(TokenType.PARAMETER, start, words.end(start + 1)) : symbol(start);
    }

    private int symbol(int start) {
        char first = text.charAt(start);
        boolean sign = first == '-' || first == '+';
        if (sign && words.isDigit(start + 1) && followsOperator()) {
            return add(TokenType.NUMBER, start, words.endOfNumber(start + 1));
        }
        if (text.startsWith("->", start)) {
            return add(TokenType.SYMBOL, start, start + (text.startsWith("->>", start) ? 3 : 2));
        }
        int end = start + 1;
        while (isOperatorPart(start) && end < text.length() && isOperatorPart(end)) {
            end++;
        }
        return add(TokenType.SYMBOL, start, end);
    }

    private boolean followsOperator() {
        return last().type() == TokenType.SYMBOL && !last().is(")") && !last().is("]");
    }

    private Token last() {
        return tokens.isEmpty() ? Token.END : tokens.get(tokens.size() - 1);
    }

    private boolean isOperatorPart(int position) {
        char c = text.charAt(position);
        return "<>=!|&~^".indexOf(c) >= 0 || ((c == '@' || c == '#') && !words.starts(position));
    }

    private int add(TokenType type, int start, int end) {
        if (end != UNREADABLE) {
            String source = text.substring(start, end);
            tokens.add(new Token(type, type == TokenType.WORD ? source.toLowerCase(Locale.ROOT) : source, source));
        }
        return end;
    }
}
