package io.querybudget.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of a SQL text whose parentheses match, without its comments. */
final class Tokens {

    private static final Set<String> VERBS = Set.of("select", "insert", "update", "delete", "merge", "values", "table");

    private static final int NONE = -1;

    private final List<Token> tokens;
    private final int[] partners;
    private final int[] enclosing;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
        this.partners = new int[tokens.size()];
        this.enclosing = new int[tokens.size()];
    }

    /** {@return the tokens, or nothing when there are none or their parentheses do not match} */
    static Optional<Tokens> of(List<Token> list) {
        Tokens tokens = new Tokens(list);
        return !list.isEmpty() && tokens.matchParentheses() ? Optional.of(tokens) : Optional.empty();
    }

    private boolean matchParentheses() {
        int open = NONE;
        for (int i = 0; i < tokens.size(); i++) {
            if (is(i, ")")) {
                if (open == NONE) {
                    return false;
                }
                partners[i] = open;
                partners[open] = i;
                open = enclosing[open];
            }
            enclosing[i] = open;
            if (is(i, "(")) {
                open = i;
            }
        }
        return open == NONE;
    }

    int size() {
        return tokens.size();
    }

    /** {@return the token at the index, or {@link Token#END} outside of the text} */
    Token at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : Token.END;
    }

    boolean is(int index, String word) {
        return at(index).is(word);
    }

    /** {@return whether these words and symbols follow one another from the index on} */
    boolean startsWith(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!is(index + i, words[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@return the index of the parenthesis that matches the one at the index} */
    int partner(int index) {
        return partners[index];
    }

    /** {@return the index of the parenthesis that is open at the index, or -1} */
    int enclosing(int index) {
        return enclosing[index];
    }

    /** {@return the index after the one given, past a whole parenthesis if one opens there} */
    int next(int index) {
        return is(index, "(") ? partner(index) + 1 : index + 1;
    }

    /** {@return the index of the word that says what the statement does, past parentheses and common tables} */
    int verb() {
        int start = 0;
        while (is(start, "(") || is(start, "{")) {
            start++;
        }
        int verb = start;
        while (is(start, "with") && verb < size() && !at(verb).isAnyOf(VERBS)) {
            verb = next(verb);
        }
        return verb;
    }

    /** {@return whether the word at the index ends a select list; not that of {@code is distinct from}} */
    boolean isFrom(int index) {
        return is(index, "from") && !is(index - 1, "distinct");
    }

    /** {@return whether a query starts at the index} */
    boolean startsQuery(int index) {
        return is(index, "select") || is(index, "with") || is(index, "values") || startsWrite(index);
    }

    /** {@return whether a write of table rows starts at the index; not a function of the same name} */
    boolean startsWrite(int index) {
        return startsWith(index, "insert", "into")
                || startsWith(index, "delete", "from")
                || startsWith(index, "merge", "into")
                || (is(index, "update") && at(index + 1).isName());
    }

    /** {@return the index after the dotted name at the index, or the index itself if there is none} */
    int endOfName(int index) {
        if (!at(index).isName()) {
            return index;
        }
        int end = index + 1;
        while (is(end, ".") && at(end + 1).isName()) {
            end += 2;
        }
        return end;
    }

    /** {@return the index at which the dotted name that ends before the index starts, or the index itself} */
    int startOfName(int end) {
        if (!at(end - 1).isName()) {
            return end;
        }
        int start = end - 1;
        while (is(start - 1, ".") && at(start - 2).isName()) {
            start -= 2;
        }
        return start;
    }

    /** {@return the parts of the dotted name between the indexes, without quotes} */
    List<String> name(int start, int end) {
        return tokens.subList(start, end).stream()
                .filter(Token::isName)
                .map(Token::name)
                .toList();
    }
}
