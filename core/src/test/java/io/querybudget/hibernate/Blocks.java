package io.querybudget.hibernate;

import io.querybudget.ExecutedStatement;
import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.List;

/** Records what a test executes. */
final class Blocks {

    private Blocks() {}

    static Recording record(Runnable work) {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "a block")) {
            work.run();
            return scope.unit().recording();
        }
    }

    static List<ExecutedStatement> statements(Runnable work) {
        return record(work).statements();
    }

    static ExecutedStatement onlyStatement(Runnable work) {
        List<ExecutedStatement> statements = statements(work);
        if (statements.size() != 1) {
            throw new AssertionError("expected one statement: " + statements);
        }
        return statements.get(0);
    }
}
