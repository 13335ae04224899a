package io.querybudget.spring;

import io.querybudget.recording.Preparation;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Marks what Spring's other listeners do around a test class as preparation: {@code @Sql} scripts, and the start of the
 * application context for them.
 *
 * <p>Spring calls its listeners by their order before the class, and in reverse after it.
 */
final class TestClassPreparation {

    private TestClassPreparation() {}

    static final class First implements TestExecutionListener, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeTestClass(TestContext test) {
            Preparation.begin();
        }

        @Override
        public void afterTestClass(TestContext test) {
            Preparation.end();
        }
    }

    static final class Last implements TestExecutionListener, Ordered {

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeTestClass(TestContext test) {
            Preparation.end();
        }

        @Override
        public void afterTestClass(TestContext test) {
            Preparation.begin();
        }
    }
}
