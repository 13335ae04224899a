package io.querybudget.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks once over the tokens of a statement and tells its clauses and blocks apart. Not thread-safe. */
final class OutlineReader {

    private static final Set<String> BEFORE_TABLE = Set.of(
            "delayed", "final", "from", "ignore", "into", "lateral", "low_priority", "new", "old", "only", "table");

    private static final Set<String> BEFORE_GROUP = Set.of("where", "and", "or", "on", "having", "(");

    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "is", "in", "like");

    /** What follows {@code for} or {@code lock} when rows are locked. */
    private static final Set<String> LOCKS = Set.of("update", "share", "no", "key", "in");

    private final Tokens tokens;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<@Nullable Block> blocks = new ArrayList<>();
    private final Set<Block> all = new LinkedHashSet<>();
    private final Set<String> commonTables = new HashSet<>();
    private Frame frame = new Frame(null, Clause.OTHER);
    private @Nullable Block writing;
    private @Nullable String target;
    private boolean locking;
    private boolean recursive;

    private OutlineReader(Tokens tokens) {
        this.tokens = tokens;
    }

    static Outline read(Tokens tokens) {
        return new OutlineReader(tokens).read();
    }

    private Outline read() {
        int position = 0;
        while (position < tokens.size()) {
            int end = next(position);
            while (position < end) {
                clauses.add(frame.clause);
                blocks.add(frame.block);
                position++;
            }
        }
        Set<String> tables = new LinkedHashSet<>();
        all.forEach(block -> tables.addAll(block.tables()));
        return new Outline(tokens, clauses, blocks, tables, writtenTable(), locking);
    }

    private Optional<String> writtenTable() {
        return writing == null || target == null ? Optional.empty() : writing.table(target);
    }

    /** Takes in the token at the index and returns the index after what was taken in. */
    private int next(int index) {
        Token token = tokens.at(index);
        if (token.is("(")) {
            open(index);
        } else if (token.is(")")) {
            return close(index);
        } else if (token.is(",")) {
            comma();
        } else if (token.isName()) {
            return name(index);
        }
        return index + 1;
    }

    private void open(int index) {
        Frame inner = new Frame(frame, inherited(index));
        inner.isSource = opensSource(index);
        if (frame.expectsTable && !tokens.startsQuery(index + 1)) {
            inner.hasClauses = true;
            inner.enter(Clause.TABLES);
        }
        inner.commonTable = commonTable(index);
        if (recursive && inner.commonTable != null) {
            commonTables.add(inner.commonTable);
        }
        frame.expectTables(false);
        frame = inner;
    }

    private Clause inherited(int index) {
        boolean group = frame.clause == Clause.CONDITION && tokens.at(index - 1).isAnyOf(BEFORE_GROUP);
        boolean list = frame.clause == Clause.ORDER || frame.clause == Clause.PAGING;
        return group || list ? frame.clause : Clause.OTHER;
    }

    private boolean opensSource(int index) {
        Token before = tokens.at(index - 1);
        boolean function = frame.hasClauses && frame.clause == Clause.TABLES && before.isName() && !before.isReserved();
        return frame.expectsTable || function;
    }

    /** {@return the name of the common table expression whose query opens at the index} */
    private @Nullable String commonTable(int index) {
        int as = index - 1;
        if (tokens.is(as, "materialized")) {
            as -= tokens.is(as - 1, "not") ? 2 : 1;
        }
        if (!tokens.is(as, "as") || !tokens.startsQuery(index + 1)) {
            return null;
        }
        int name = tokens.is(as - 1, ")") ? tokens.partner(as - 1) - 1 : as - 1;
        return tokens.at(name).name();
    }

    private int close(int index) {
        Frame closed = frame;
        frame = Objects.requireNonNull(closed.outer, "parentheses match");
        if (closed.commonTable != null) {
            commonTables.add(closed.commonTable);
        }
        int end = closed.isSource ? endOfAlias(index + 1) : index + 1;
        if (closed.isSource && frame.block != null) {
            frame.block.addDerived(end == index + 1 ? "" : tokens.at(end - 1).name());
        }
        return end;
    }

    private int endOfAlias(int start) {
        int alias = tokens.is(start, "as") ? start + 1 : start;
        return tokens.at(alias).isName() && !tokens.at(alias).isReserved() ? alias + 1 : start;
    }

    private void comma() {
        if (frame.hasClauses && (frame.clause == Clause.TABLES || frame.clause == Clause.CONDITION)) {
            frame.enter(Clause.TABLES);
        }
    }

    private int name(int index) {
        Token next = tokens.at(index + 1);
        boolean leadsIn = tokens.at(index).isAnyOf(BEFORE_TABLE) && (next.is("(") || next.isName());
        if (frame.expectsTable && frame.block != null && !leadsIn && !tokens.startsQuery(index)) {
            return table(index, frame.block);
        }
        boolean partOfName = tokens.is(index - 1, ".") || next.is(".");
        if (tokens.at(index).type() == TokenType.WORD && !partOfName) {
            keyword(index);
        }
        return index + 1;
    }

    private int table(int start, Block block) {
        int end = tokens.endOfName(start);
        String table = tokens.at(end - 1).name();
        boolean toBeWritten = frame.expectsTarget;
        frame.expectTables(false);
        if (tokens.is(end, "(") && !toBeWritten) {
            return end;
        }
        int endOfAlias = endOfAlias(end);
        String alias = tokens.at(endOfAlias - 1).name();
        boolean renamesColumns = endOfAlias > end && tokens.is(endOfAlias, "(");
        boolean common = end == start + 1 && commonTables.contains(table);
        if (common || (renamesColumns && !toBeWritten)) {
            block.addDerived(alias);
        } else {
            block.addTable(alias, table);
        }
        if (toBeWritten && block == writing && target == null) {
            target = alias;
        }
        return endOfAlias;
    }

    private void keyword(int index) {
        switch (tokens.at(index).text()) {
            case "select" -> startQuery();
            case "insert", "update", "delete", "merge", "replace", "upsert" -> startWrite(index);
            case "values" -> startValues();
            case "recursive" -> recursive |= tokens.is(index - 1, "with");
            case "order", "group", "partition" -> enterIf(tokens.is(index + 1, "by"), Clause.ORDER);
            case "case" -> frame.openCase();
            case "end" -> frame.closeCase();
            case "updlock", "xlock" -> locking |= tokens.is(tokens.enclosing(index) - 1, "with");
            default -> {
                if (frame.hasClauses) {
                    clause(index);
                }
            }
        }
    }

    private void clause(int index) {
        Token next = tokens.at(index + 1);
        switch (tokens.at(index).text()) {
            case "from" -> enterIf(!frame.expectsTarget && !tokens.is(index - 1, "distinct"), Clause.TABLES);
            case "join", "apply", "straight_join" -> frame.enter(Clause.TABLES);
            case "using" -> frame.expectTables(!next.is("(") || tokens.startsQuery(index + 2));
            case "on" -> enterIf(frame.clause == Clause.TABLES, Clause.CONDITION);
            case "where", "having" -> frame.enter(Clause.CONDITION);
            case "limit", "offset" -> enterIf(next.isValue() || next.is("(") || next.is("all"), Clause.PAGING);
            case "fetch" -> enterIf(next.is("first") || next.is("next"), Clause.PAGING);
            case "set" -> set();
            case "union", "intersect", "except", "minus" -> enterIf(!next.isAnyOf(OPERATORS), Clause.OTHER);
            case "when" -> frame.enter(Clause.OTHER);
            case "start", "connect" -> enterIf(next.is("with") || next.is("by"), Clause.OTHER);
            case "for", "lock" -> lock(next);
            default -> {}
        }
    }

    private void enterIf(boolean condition, Clause clause) {
        if (condition) {
            frame.enter(clause);
        }
    }

    private Block startQuery() {
        Block block = frame.startQuery();
        all.add(block);
        return block;
    }

    private void startValues() {
        frame.hasClauses = true;
        frame.enter(Clause.OTHER);
    }

    private void startWrite(int index) {
        if (frame.hasClauses || tokens.is(index + 1, "(")) {
            return;
        }
        Block block = startQuery();
        frame.enter(Clause.TABLES);
        frame.expectsTarget = true;
        if (writing == null) {
            writing = block;
        }
        int end = tokens.endOfName(index + 1);
        if (tokens.is(index, "delete") && !tokens.is(index + 1, "from") && tokens.is(end, "from")) {
            target = block == writing ? tokens.at(end - 1).name() : target;
            frame.enter(Clause.OTHER);
        }
    }

    /** An update that joins several tables does not say which of them it writes. */
    private void set() {
        if (frame.clause != Clause.TABLES) {
            return;
        }
        frame.enter(Clause.OTHER);
        if (frame.block != null && frame.block == writing && frame.block.sources() > 1) {
            target = null;
        }
    }

    private void lock(Token next) {
        if (next.isAnyOf(LOCKS)) {
            locking = true;
            frame.enter(Clause.OTHER);
        }
    }
}
