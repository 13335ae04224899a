package io.querybudget.sql;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a {@code with} has defined so far while a statement is outlined. Not thread-safe. */
final class CommonTables {

    private final Tokens tokens;
    private final Set<String> names = new HashSet<>();
    private final boolean recursive;

    CommonTables(Tokens tokens) {
        this.tokens = tokens;
        this.recursive = tokens.startsWith(0, "with", "recursive");
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /** {@return the name that the query opened at the index defines; only a recursive query can name itself} */
    @Nullable
    String open(int index) {
        int as = index - 1;
        if (tokens.is(as, "materialized")) {
            as -= tokens.is(as - 1, "not") ? 2 : 1;
        }
        if (!tokens.is(as, "as") || !tokens.startsQuery(index + 1)) {
            return null;
        }
        int end = tokens.is(as - 1, ")") ? tokens.partner(as - 1) : as;
        String name = tokens.at(end - 1).name();
        if (recursive) {
            names.add(name);
        }
        return name;
    }

    void close(@Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }
}
