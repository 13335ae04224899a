package io.querybudget.sql;

import io.querybudget.StatementKind;
import java.util.Locale;
import java.util.Set;

/** Decides what kind of statement the tokens are. */
final class KindReader {

    private static final Set<String> SEQUENCE_FUNCTIONS = Set.of(
            "nextval",
            "currval",
            "lastval",
            "gen_id",
            "identity",
            "scope_identity",
            "last_insert_id",
            "last_insert_rowid",
            "identity_val_local");

    private static final Set<String> SEQUENCE_COLUMNS = Set.of("nextval", "currval");

    private static final Set<String> ONE_ROW_TABLES = Set.of("dual", "sysdummy1", "system_users");

    private static final Set<String> AFTER_BEGIN = Set.of(";", "transaction", "work", "tran", "isolation", "read");

    private final Tokens tokens;
    private final int verb;

    KindReader(Tokens tokens) {
        this.tokens = tokens;
        this.verb = tokens.verb();
    }

    StatementKind kind() {
        return switch (tokens.at(verb).text()) {
            case "select" -> query();
            case "values" -> isSequenceFetch() ? StatementKind.OTHER : constant(StatementKind.SELECT);
            case "table" -> StatementKind.SELECT;
            case "insert", "replace", "upsert" -> StatementKind.INSERT;
            case "update" -> StatementKind.UPDATE;
            case "delete" -> StatementKind.DELETE;
            case "merge" -> StatementKind.MERGE;
            case "call" -> isSequenceFetch() ? StatementKind.OTHER : constant(StatementKind.CALL);
            case "exec", "execute", "declare", "do" -> StatementKind.CALL;
            case "?" -> tokens.is(verb + 1, "=") ? StatementKind.CALL : StatementKind.OTHER;
            case "begin" -> opensTransaction() ? StatementKind.SESSION : StatementKind.CALL;
            case "create", "alter", "drop", "truncate", "rename", "comment", "grant", "revoke" -> definition();
            case "set", "reset", "show", "use", "pragma", "discard" -> StatementKind.SESSION;
            case "start", "commit", "rollback", "savepoint", "release", "end", "abort" -> StatementKind.SESSION;
            default -> StatementKind.OTHER;
        };
    }

    /** {@return whether the statement does nothing but fetch a value of a sequence or the last generated key} */
    boolean isSequenceFetch() {
        boolean canFetch = tokens.is(verb, "select") || tokens.is(verb, "values") || tokens.is(verb, "call");
        return canFetch && isSequenceValue(verb + 1) && endOfItem(verb + 1);
    }

    private boolean isSequenceValue(int start) {
        if (tokens.startsWith(start, "next", "value", "for")
                || tokens.startsWith(start, "nextval", "for")
                || tokens.is(start, "@@identity")) {
            return true;
        }
        int end = tokens.endOfName(start);
        boolean isFunction = end == start + 1 && tokens.is(end, "(");
        boolean isColumn = end > start + 1 && tokens.at(end - 1).isAnyOf(SEQUENCE_COLUMNS);
        return isColumn || (isFunction && tokens.at(start).isAnyOf(SEQUENCE_FUNCTIONS));
    }

    /** {@return whether no second item follows the one at the index} */
    private boolean endOfItem(int start) {
        int end = start;
        while (end < tokens.size() && !tokens.isFrom(end) && !tokens.is(end, ",")) {
            end = tokens.next(end);
        }
        return !tokens.is(end, ",");
    }

    private StatementKind query() {
        if (isSequenceFetch()) {
            return StatementKind.OTHER;
        }
        StatementKind written = write();
        return written == StatementKind.SELECT ? constant(StatementKind.SELECT) : written;
    }

    /** A query whose table or common table expression is a write counts as that write. */
    private StatementKind write() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "(") && tokens.startsWrite(i + 1)) {
                return StatementKind.valueOf(tokens.at(i + 1).text().toUpperCase(Locale.ROOT));
            }
        }
        return StatementKind.SELECT;
    }

    /** A statement that only returns a literal asks whether the connection is alive. */
    private StatementKind constant(StatementKind otherwise) {
        int value = tokens.is(verb + 1, "(") ? verb + 2 : verb + 1;
        int end = value > verb + 1 ? value + 2 : value + 1;
        boolean ends = ends(end) || isOneRowTable(end);
        return tokens.at(value).isLiteral() && ends ? StatementKind.SESSION : otherwise;
    }

    private boolean isOneRowTable(int from) {
        int end = tokens.endOfName(from + 1);
        return tokens.is(from, "from") && ends(end) && tokens.at(end - 1).isAnyOf(ONE_ROW_TABLES);
    }

    private boolean ends(int index) {
        return tokens.at(index).isEnd() || tokens.is(index, ";") || tokens.is(index, ")");
    }

    private boolean opensTransaction() {
        Token next = tokens.at(verb + 1);
        return next.isEnd() || next.isAnyOf(AFTER_BEGIN);
    }

    private StatementKind definition() {
        return tokens.startsWith(verb, "alter", "session") ? StatementKind.SESSION : StatementKind.DDL;
    }
}
