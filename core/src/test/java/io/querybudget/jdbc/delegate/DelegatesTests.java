package io.querybudget.jdbc.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelegatesTests {

    // The delegates are generated for release 17; later releases may add default methods to these interfaces.
    @EnabledForJreRange(max = JRE.JAVA_25)
    @ParameterizedTest
    @ValueSource(
            classes = {
                DelegatingConnection.class,
                DelegatingStatement.class,
                DelegatingPreparedStatement.class,
                DelegatingCallableStatement.class,
                DelegatingResultSet.class
            })
    void leave_no_method_to_the_interface(Class<?> delegate) {
        assertThat(delegate.getMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
                .hasSizeGreaterThan(50)
                .noneMatch(method -> method.getDeclaringClass().isInterface());
    }
}
