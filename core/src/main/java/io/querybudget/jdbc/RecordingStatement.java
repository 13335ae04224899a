package io.querybudget.jdbc;

import io.querybudget.jdbc.delegate.DelegatingStatement;
import java.sql.Statement;

/** Placeholder: shows that the generated classes can be extended. */
final class RecordingStatement extends DelegatingStatement {

    RecordingStatement(Statement target) {
        super(target);
    }
}
