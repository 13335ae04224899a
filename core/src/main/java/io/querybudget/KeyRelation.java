package io.querybudget;

import org.jspecify.annotations.Nullable;

/**
 * A column that holds keys of another one, as the mapping or the database says; a unique column holds keys of itself.
 *
 * <p>Names are in lower case unless they are quoted in the database, without schema.
 *
 * @param table the table that holds the foreign key
 * @param column the foreign key
 * @param referencedTable the table that it refers to
 * @param referencedColumn the key that it refers to
 * @param association the attribute that is mapped by the foreign key, or null when only the database tells
 */
public record KeyRelation(
        String table,
        String column,
        String referencedTable,
        String referencedColumn,
        @Nullable Association association) {

    /** {@return whether this tells of a key itself, not of another column that refers to it} */
    public boolean isKeyItself() {
        return table.equals(referencedTable) && column.equals(referencedColumn);
    }
}
