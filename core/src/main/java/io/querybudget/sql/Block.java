package io.querybudget.sql;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One query, or one write, with the tables whose columns it can name. */
final class Block {

    private static final Set<String> NOT_COLUMNS = Set.of(
            ("all connect_by_root current_date current_time current_timestamp current_user default distinct false level"
                            + " localtime localtimestamp not null prior rowid rownum session_user sysdate systimestamp true"
                            + " user")
                    .split(" "));

    /** How far out an alias is looked up; keeps the time linear however deep a text nests. */
    private static final int MAX_NESTING = 16;

    private final @Nullable Block outer;
    private final Map<String, Optional<String>> tablesByAlias = new HashMap<>();
    private final Map<String, Map<String, ColumnName>> derivedByAlias = new HashMap<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private int sources;

    Block(@Nullable Block outer) {
        this.outer = outer;
    }

    /** Adds a table; {@code update o set … from orders o} names {@code o} before it says what that is. */
    void addTable(String alias, String table) {
        sources++;
        Optional<String> earlier = tablesByAlias.get(alias);
        boolean clash = earlier != null && !earlier.equals(Optional.of(table)) && !earlier.equals(Optional.of(alias));
        if (earlier != null && !clash && !alias.equals(table)) {
            tables.remove(alias);
        }
        tables.add(table);
        tablesByAlias.put(alias, clash ? Optional.empty() : Optional.of(table));
        derivedByAlias.remove(alias);
    }

    /** Adds a function or anything else whose columns are not those of a table. */
    void addDerived(String alias) {
        addDerived(alias, Map.of());
    }

    /**
     * Adds a subquery.
     *
     * @param columns those of its columns that plainly are columns of tables, by the names that it gives them
     */
    void addDerived(String alias, Map<String, ColumnName> columns) {
        sources++;
        boolean isNew = tablesByAlias.put(alias, Optional.empty()) == null;
        derivedByAlias.put(alias, isNew ? columns : Map.of());
    }

    Set<String> tables() {
        return tables;
    }

    int sources() {
        return sources;
    }

    /** {@return the table with this alias or name in this block} */
    Optional<String> table(String alias) {
        return tablesByAlias.getOrDefault(alias, Optional.empty());
    }

    /** {@return the block around this one whose tables it can name too} */
    @Nullable
    Block outer() {
        return outer;
    }

    /** {@return the column that a name of the given parts stands for; nothing when that is not certain} */
    Optional<ColumnName> column(List<String> name) {
        String column = name.get(name.size() - 1);
        if (name.size() > 1) {
            return qualified(name.get(name.size() - 2), column);
        }
        boolean certain = outer == null && sources == 1 && !NOT_COLUMNS.contains(column);
        return certain ? own(tablesByAlias.keySet().iterator().next(), column) : Optional.empty();
    }

    private Optional<ColumnName> qualified(String alias, String column) {
        Block block = this;
        for (int level = 0; block != null && level < MAX_NESTING; level++) {
            if (block.tablesByAlias.containsKey(alias)) {
                return block.own(alias, column);
            }
            block = block.outer;
        }
        return Optional.empty();
    }

    private Optional<ColumnName> own(String alias, String column) {
        return table(alias)
                .map(table -> new ColumnName(table, column))
                .or(() -> Optional.ofNullable(
                        derivedByAlias.getOrDefault(alias, Map.of()).get(column)));
    }
}
