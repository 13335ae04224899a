package io.querybudget.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Writes a SQL text in one short line for people to read, without values that were quoted. Not thread-safe. */
final class DisplayWriter {

    private static final String CUT = "…";

    private static final String MASK = "'…'";

    /** In characters; a longer select list is left out. */
    private static final int MAX_SELECT_LIST = 40;

    private static final int NONE = -1;

    private final Tokens tokens;
    private final TokenWriter writer = new TokenWriter();

    /** Where the select list began, per open parenthesis. */
    private final Deque<Integer> selectLists = new ArrayDeque<>();

    private DisplayWriter(Tokens tokens) {
        this.tokens = tokens;
    }

    static String write(String sql, int maxLength) {
        Optional<Tokens> tokens = Lexer.read(sql);
        String line =
                tokens.map(readable -> new DisplayWriter(readable).write()).orElseGet(() -> masked(sql));
        if (line.length() <= maxLength) {
            return line;
        }
        int end = Math.max(0, maxLength - CUT.length());
        return line.substring(0, end > 0 && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** Where a text cannot be read, anything from its first quote on may be a value. */
    private static String masked(String sql) {
        int value = 0;
        while (value < sql.length() && "'\"$".indexOf(sql.charAt(value)) < 0) {
            value++;
        }
        String line =
                sql.substring(0, value).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return value < sql.length() ? line + " " + MASK : line;
    }

    private String write() {
        selectLists.push(NONE);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isFrom(i)) {
                shortenSelectList();
            }
            write(tokens.at(i));
        }
        return writer.toString();
    }

    private void write(Token token) {
        if (token.is(")")) {
            selectLists.pop();
        }
        writer.write(token, token.type() == TokenType.STRING ? MASK : token.source());
        if (token.is("(")) {
            selectLists.push(NONE);
        } else if (token.is("select")) {
            selectLists.pop();
            selectLists.push(writer.length());
        }
    }

    private void shortenSelectList() {
        int start = selectLists.pop();
        if (start != NONE && writer.length() - start > MAX_SELECT_LIST) {
            writer.replaceFrom(start, " " + CUT);
        }
        selectLists.push(NONE);
    }
}
