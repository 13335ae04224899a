package io.querybudget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of a unit of work: statements of one shape and call path whose keys or owners came from one place.
 *
 * @param statements the statements, at least one
 * @param finding what was found about them, or null
 * @param children the groups that the rows of these statements led to
 */
public record StatementGroup(
        List<ExecutedStatement> statements, @Nullable Finding finding, List<StatementGroup> children) {

    /** Copies the collections. */
    public StatementGroup {
        statements = List.copyOf(statements);
        children = List.copyOf(children);
    }

    /** {@return the first statement, which stands for all} */
    public ExecutedStatement first() {
        return statements.get(0);
    }
}
