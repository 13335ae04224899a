package io.querybudget.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the tables that a statement names, each with its alias, to the block that they belong to. */
final class TableReader {

    private static final Set<String> BEFORE_TABLE = Set.of(
            "delayed", "final", "from", "ignore", "into", "lateral", "low_priority", "new", "old", "only", "table");

    private final Tokens tokens;
    private final CommonTables commonTables;
    private final List<TableAlias> aliases = new ArrayList<>();

    TableReader(Tokens tokens, CommonTables commonTables) {
        this.tokens = tokens;
        this.commonTables = commonTables;
    }

    /** {@return the aliases read so far, in the order of the text} */
    List<TableAlias> aliases() {
        return aliases;
    }

    /** {@return whether the word at the index, where a table may stand, is one and not a word before it} */
    boolean startAt(int index) {
        Token next = tokens.at(index + 1);
        boolean leadsIn = tokens.at(index).isAnyOf(BEFORE_TABLE) && (next.is("(") || next.isName());
        return !leadsIn && !tokens.startsQuery(index);
    }

    /** Reads a table or the name of a function and returns the index after it. */
    int read(int start, Block block) {
        int end = tokens.endOfName(start);
        if (tokens.is(end, "(")) {
            return end;
        }
        String table = tokens.at(end - 1).name();
        int endOfAlias = endOfAlias(end);
        String alias = tokens.at(endOfAlias - 1).name();
        addAlias(end, endOfAlias, block, table);
        boolean common = end == start + 1 && commonTables.contains(table);
        boolean renamesColumns = endOfAlias > end && tokens.is(endOfAlias, "(");
        if (common || renamesColumns) {
            block.addDerived(alias);
        } else {
            block.addTable(alias, table);
        }
        return endOfAlias;
    }

    /** Reads the table to be written and returns the index after it; the columns to be written may follow. */
    int readTarget(int start, Block block, WriteTarget target) {
        int end = tokens.endOfName(start);
        int endOfAlias = endOfAlias(end);
        String alias = tokens.at(endOfAlias - 1).name();
        addAlias(end, endOfAlias, block, tokens.at(end - 1).name());
        block.addTable(alias, tokens.at(end - 1).name());
        target.name(block, alias);
        return endOfAlias;
    }

    /**
     * Reads the alias after a subquery, a function or a nested join and returns the index after it.
     *
     * @param columns those of a subquery that plainly are columns of tables, by name
     */
    int readDerived(int start, Block block, Map<String, ColumnName> columns) {
        int end = endOfAlias(start);
        addAlias(start, end, block, "derived");
        boolean renamesColumns = tokens.is(end, "(");
        block.addDerived(end == start ? "" : tokens.at(end - 1).name(), renamesColumns ? Map.of() : columns);
        return end;
    }

    private void addAlias(int start, int end, Block block, String table) {
        if (end > start) {
            aliases.add(new TableAlias(start, end, block, table));
        }
    }

    private int endOfAlias(int start) {
        int alias = tokens.is(start, "as") ? start + 1 : start;
        return tokens.at(alias).isName() && !tokens.at(alias).isReserved() ? alias + 1 : start;
    }
}
