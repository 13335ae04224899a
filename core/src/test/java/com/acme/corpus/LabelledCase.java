package com.acme.corpus;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case together with what has to come out of it.
 *
 * @param method the code that runs
 * @param expectation the kind, the count and the settings
 * @param labels what is to be found, on whichever line of Hibernate
 * @param fixes the lines of the report that say what to change; empty when the case leaves that open
 */
record LabelledCase(Method method, Case expectation, List<Label> labels, List<String> fixes) {

    /** {@return the cases of a class, by name} */
    static Stream<LabelledCase> of(Class<?> declaring) {
        return Arrays.stream(declaring.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Case.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new LabelledCase(
                        method,
                        method.getAnnotation(Case.class),
                        Markers.of(declaring, method.getName()),
                        Markers.fixesOf(declaring, method.getName())));
    }

    /** {@return the labels that hold on a line of Hibernate} */
    List<Label> labelsOn(int hibernate) {
        return labels.stream()
                .filter(label -> label.hibernate() == 0 || label.hibernate() == hibernate)
                .toList();
    }

    String name() {
        return method.getName();
    }

    CaseKind kind() {
        return expectation.kind();
    }

    String theme() {
        return method.getDeclaringClass().getSimpleName();
    }
}
