package io.querybudget.jdbc;

import io.querybudget.jdbc.delegate.ForwardingCallableStatement;
import java.sql.CallableStatement;

/** A callable statement that is observed; parameters set by name are not recorded. */
final class ObservedCallableStatement extends ObservedPreparedStatement<CallableStatement>
        implements ForwardingCallableStatement {

    ObservedCallableStatement(CallableStatement target, String sql, ObservedConnection connection) {
        super(target, sql, connection);
    }
}
