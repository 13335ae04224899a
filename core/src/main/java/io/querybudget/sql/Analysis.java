package io.querybudget.sql;

import io.querybudget.StatementKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that was read from one SQL text. */
record Analysis(
        StatementKind kind,
        String shape,
        boolean isSequenceFetch,
        boolean isLockingRead,
        Set<String> tables,
        Optional<String> writtenTable,
        List<Optional<ColumnName>> resultColumns,
        List<SqlOperand> operands) {

    /** MySQL's driver answers a text that starts so without asking the server. */
    private static final String PING = "/* ping */";

    private static final Set<StatementKind> ABOUT_ROWS = EnumSet.of(
            StatementKind.SELECT,
            StatementKind.INSERT,
            StatementKind.UPDATE,
            StatementKind.DELETE,
            StatementKind.MERGE);

    static Analysis of(Tokens tokens) {
        KindReader reader = new KindReader(tokens);
        StatementKind kind = reader.kind();
        Outline outline = OutlineReader.read(tokens);
        boolean aboutRows = ABOUT_ROWS.contains(kind);
        return new Analysis(
                kind,
                ShapeWriter.write(outline),
                reader.isSequenceFetch(),
                aboutRows && outline.isLockingRead(),
                aboutRows ? Collections.unmodifiableSet(outline.tables()) : Set.of(),
                aboutRows ? outline.writtenTable() : Optional.empty(),
                aboutRows
                        ? SelectList.read(tokens, tokens.verb(), tokens.size(), outline::column)
                                .columns()
                        : List.of(),
                OperandReader.read(outline));
    }

    static Analysis ofUnreadable(String sql) {
        StatementKind kind = sql.startsWith(PING) ? StatementKind.SESSION : StatementKind.OTHER;
        return new Analysis(kind, sql, false, false, Set.of(), Optional.empty(), List.of(), List.of());
    }
}
