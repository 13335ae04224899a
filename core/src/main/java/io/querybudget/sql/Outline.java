package io.querybudget.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clauses and blocks of a statement.
 *
 * @param tokens of the statement
 * @param clauses by index of the token
 * @param blocks by index of the token; a token outside of any query or write has none
 * @param tables read or written, in the order of the text
 * @param aliases of tables, in the order of the text
 * @param writtenTable of the first write, if it is certain
 * @param isLockingRead whether a query locks the rows it reads
 */
record Outline(
        Tokens tokens,
        List<Clause> clauses,
        List<@Nullable Block> blocks,
        Set<String> tables,
        List<TableAlias> aliases,
        Optional<String> writtenTable,
        boolean isLockingRead) {

    Clause clause(int index) {
        return clauses.get(index);
    }

    /** {@return the column that the tokens between the indexes name; nothing when that is not certain} */
    Optional<ColumnName> column(int start, int end) {
        Block block = blocks.get(start);
        return block == null ? Optional.empty() : block.column(tokens.name(start, end));
    }
}
