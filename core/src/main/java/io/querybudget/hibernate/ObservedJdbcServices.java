package io.querybudget.hibernate;

import org.hibernate.engine.jdbc.internal.JdbcServicesImpl;
import org.hibernate.sql.exec.spi.JdbcMutationExecutor;
import org.hibernate.sql.exec.spi.JdbcSelectExecutor;

/** Hibernate's JDBC services, with executors that say why they execute. */
final class ObservedJdbcServices extends JdbcServicesImpl {

    private final JdbcSelectExecutor selects =
            ExplainingExecutor.wrap(JdbcSelectExecutor.class, super.getJdbcSelectExecutor());
    private final JdbcMutationExecutor mutations =
            ExplainingExecutor.wrap(JdbcMutationExecutor.class, super.getJdbcMutationExecutor());

    @Override
    public JdbcSelectExecutor getJdbcSelectExecutor() {
        return selects;
    }

    @Override
    public JdbcMutationExecutor getJdbcMutationExecutor() {
        return mutations;
    }
}
