package io.querybudget.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks once over the tokens of a statement and tells its clauses and blocks apart. Not thread-safe. */
final class OutlineReader {

    private static final Set<String> BEFORE_GROUP = Set.of("where", "and", "or", "on", "having", "(");

    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "is", "in", "like");

    /** What follows {@code for} or {@code lock} when rows are locked. */
    private static final Set<String> LOCKS = Set.of("update", "share", "no", "key", "in");

    private final Tokens tokens;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<@Nullable Block> blocks = new ArrayList<>();
    private final Set<Block> all = new LinkedHashSet<>();
    private final CommonTables commonTables;
    private final TableReader tables;
    private final WriteTarget target = new WriteTarget();
    private Frame frame = new Frame(null, Clause.OTHER);
    private boolean locking;

    private OutlineReader(Tokens tokens) {
        this.tokens = tokens;
        this.commonTables = new CommonTables(tokens);
        this.tables = new TableReader(tokens, commonTables);
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
        Set<String> names = new LinkedHashSet<>();
        all.forEach(block -> names.addAll(block.tables()));
        return new Outline(tokens, clauses, blocks, names, tables.aliases(), target.table(), locking);
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
        inner.commonTable = commonTables.open(index);
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

    private int close(int index) {
        Frame closed = frame;
        frame = Objects.requireNonNull(closed.outer, "parentheses match");
        commonTables.close(closed.commonTable);
        return closed.isSource && frame.block != null
                ? tables.readDerived(index + 1, frame.block, columnsOf(tokens.partner(index), index))
                : index + 1;
    }

    /** {@return the columns of a subquery between parentheses that plainly are columns of tables, by name} */
    private Map<String, ColumnName> columnsOf(int open, int close) {
        return SelectList.read(tokens, open + 1, close, this::column).named();
    }

    private Optional<ColumnName> column(int start, int end) {
        Block block = blocks.get(start);
        return block == null ? Optional.empty() : block.column(tokens.name(start, end));
    }

    private void comma() {
        if (frame.hasClauses && (frame.clause == Clause.TABLES || frame.clause == Clause.CONDITION)) {
            frame.enter(Clause.TABLES);
        }
    }

    private int name(int index) {
        if (frame.expectsTable && frame.block != null && tables.startAt(index)) {
            boolean toBeWritten = frame.expectsTarget;
            frame.expectTables(false);
            return toBeWritten ? tables.readTarget(index, frame.block, target) : tables.read(index, frame.block);
        }
        boolean partOfName = tokens.is(index - 1, ".") || tokens.is(index + 1, ".");
        if (tokens.at(index).type() == TokenType.WORD && !partOfName) {
            keyword(index);
        }
        return index + 1;
    }

    private void keyword(int index) {
        switch (tokens.at(index).text()) {
            case "select" -> startQuery();
            case "insert", "update", "delete", "merge", "replace", "upsert" -> startWrite(index);
            case "values" -> startValues();
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
            case "from" -> enterIf(!frame.expectsTarget && tokens.isFrom(index), Clause.TABLES);
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
        target.start(block);
        if (tokens.is(index, "delete") && !tokens.is(index + 1, "from")) {
            deleteFrom(index + 1, block);
        }
    }

    /** {@code delete o from orders o} says what it deletes before it names the table. */
    private void deleteFrom(int start, Block block) {
        int end = tokens.endOfName(start);
        if (tokens.is(end, "from")) {
            target.name(block, tokens.at(end - 1).name());
        }
        if (tokens.is(end, "from") || tokens.is(end, ",")) {
            frame.enter(Clause.OTHER);
        }
    }

    private void set() {
        if (frame.clause == Clause.TABLES || frame.clause == Clause.CONDITION) {
            frame.enter(Clause.OTHER);
            target.set(frame.block);
        }
    }

    private void lock(Token next) {
        if (next.isAnyOf(LOCKS)) {
            locking = true;
            frame.enter(Clause.OTHER);
        }
    }
}
