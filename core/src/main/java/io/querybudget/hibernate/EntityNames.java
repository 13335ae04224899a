package io.querybudget.hibernate;

import io.querybudget.Association;
import java.util.List;
import java.util.Set;

/**
 * What texts call the entities of a mapping: their class names, with as much of what stands before as tells them apart.
 *
 * @param all the Hibernate entity names
 */
record EntityNames(Set<String> all) {

    /** {@return such as {@code Order}, or {@code billing.Order} where another package has an order as well} */
    String of(String entityName) {
        String simple = Association.simpleName(entityName);
        List<String> namesakes = all.stream()
                .filter(other -> !other.equals(entityName))
                .filter(other -> Association.simpleName(other).equals(simple))
                .map(other -> "." + other.replace('$', '.'))
                .toList();
        if (namesakes.isEmpty()) {
            return simple;
        }
        String name = "." + entityName.replace('$', '.');
        int start = name.lastIndexOf('.');
        while (start > 0 && isEndOfAny(namesakes, name.substring(start))) {
            start = name.lastIndexOf('.', start - 1);
        }
        return name.substring(start + 1);
    }

    private static boolean isEndOfAny(List<String> names, String end) {
        return names.stream().anyMatch(name -> name.endsWith(end));
    }
}
