package io.querybudget.jdbc.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
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
                ForwardingConnection.class,
                ForwardingStatement.class,
                ForwardingPreparedStatement.class,
                ForwardingCallableStatement.class,
                ForwardingResultSet.class
            })
    void forward_every_method_of_their_interface(Class<?> delegate) {
        Class<?> jdbc = delegate.getInterfaces()[0];
        assertThat(jdbc.getDeclaredMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        method -> assertThat(delegate.getDeclaredMethod(method.getName(), method.getParameterTypes()))
                                .matches(Method::isDefault));
    }
}
