package io.querybudget.junit;

import io.querybudget.Limits;
import io.querybudget.Measure;
import io.querybudget.Quantity;
import io.querybudget.Subject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads limits from annotations, whose attributes have the names of the quantities. */
final class LimitAttributes {

    private LimitAttributes() {}

    /**
     * {@return the limits of a {@link QueryBudget} or {@link ExpectQueries}}
     *
     * @throws IllegalArgumentException if one makes no sense; the message names the attribute and its value
     */
    static Limits read(Annotation annotation, From[] from, Loaded[] loaded, On[] on) {
        Limits limits = numbers(annotation, "value", new Subject.All());
        for (From each : from) {
            Subject subject = subject("from", each.entity(), "table", new Subject.Table(each.table()));
            limits = limits.and(some("from", each, numbers(each, "statements", subject)));
        }
        for (Loaded each : loaded) {
            Subject subject = subject("loaded", each.entity(), "role", new Subject.Role(each.role()));
            Limits.requireLimit("loaded", each.value());
            limits = limits.with(Measure.of(Quantity.LOADED, subject), each.value());
        }
        for (On each : on) {
            limits = limits.on(each.dataSource(), some("on", each, numbers(each, "statements", new Subject.All())));
        }
        return limits;
    }

    private static Limits numbers(Annotation annotation, String total, Subject subject) {
        Limits limits = Limits.limits();
        for (Quantity quantity : Quantity.values()) {
            String attribute = quantity == Quantity.STATEMENTS ? total : quantity.label();
            Optional<Long> number = number(annotation, attribute);
            if (number.isPresent()) {
                Limits.requireLimit(attribute, number.get());
                limits = limits.with(Measure.of(quantity, subject), number.get());
            }
        }
        return limits;
    }

    /** {@return the number of an attribute; empty if there is none of that name, or it was not given} */
    private static Optional<Long> number(Annotation annotation, String attribute) {
        return Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .filter(method -> method.getName().equals(attribute))
                .filter(method -> method.getDefaultValue() instanceof Number)
                .map(method -> value(annotation, method))
                .filter(value -> value != Integer.MAX_VALUE)
                .findFirst();
    }

    private static long value(Annotation annotation, Method attribute) {
        Object value = ReflectionSupport.invokeMethod(attribute, annotation);
        return value instanceof Number number ? number.longValue() : Integer.MAX_VALUE;
    }

    private static Subject subject(String attribute, Class<?> entity, String other, Subject named) {
        boolean isEntity = entity != void.class;
        if (isEntity != named.toString().isBlank()) {
            throw new IllegalArgumentException(attribute + " = entity " + entity.getSimpleName() + " and " + other
                    + " \"" + named + "\"; exactly one of both must be given");
        }
        return isEntity ? new Subject.EntityType(entity.getName()) : named;
    }

    private static Limits some(String attribute, Annotation annotation, Limits limits) {
        if (limits.isEmpty()) {
            throw new IllegalArgumentException(attribute + " = " + annotation + ", which limits nothing");
        }
        return limits;
    }
}
