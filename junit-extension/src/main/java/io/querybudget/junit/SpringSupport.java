package io.querybudget.junit;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;

/** Recognises tests that Spring runs, without Spring on the class path. */
final class SpringSupport {

    private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private SpringSupport() {}

    /** {@return whether Spring's extension is registered for a test class or one around it} */
    static boolean runs(Optional<Class<?>> testClass) {
        for (Class<?> type = testClass.orElse(null); type != null; type = type.getEnclosingClass()) {
            boolean isExtended = AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class).stream()
                    .flatMap(extension -> Arrays.stream(extension.value()))
                    .anyMatch(extension -> extension.getName().equals(EXTENSION));
            if (isExtended) {
                return true;
            }
        }
        return false;
    }
}
