package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Association.Kind;
import io.querybudget.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Hibernate loads with an entity because its mapping says so, and with that, and so on. */
final class EagerGraph {

    private static final int LONGEST = 8;

    private final Mapping mapping;
    private final KeyRelations relations;

    EagerGraph(Mapping mapping, KeyRelations relations) {
        this.mapping = mapping;
        this.relations = relations;
    }

    /** {@return what is loaded with the entity that declares an attribute} */
    List<Association> besides(Association attribute) {
        return mapping.eagerOf(attribute.entityName());
    }

    /**
     * {@return the paths to all that is loaded with the entities at the end of a path; empty when it runs in a circle, or
     * leads to what no query fetches}
     */
    Optional<List<List<Association>>> behind(List<Association> path) {
        List<List<Association>> found = new ArrayList<>();
        return addBehind(path, found) ? Optional.of(found) : Optional.empty();
    }

    private boolean addBehind(List<Association> path, List<List<Association>> found) {
        Association last = path.get(path.size() - 1);
        for (Association eager : mapping.eagerOf(last.target())) {
            if (isWayBack(last, eager)) {
                continue;
            }
            List<Association> longer = with(path, eager);
            if (path.contains(eager) || eager.isOfAnyType() || longer.size() > LONGEST) {
                return false;
            }
            found.add(longer);
            if (!addBehind(longer, found)) {
                return false;
            }
        }
        return true;
    }

    /** Hibernate knows that the owner of an element is the entity whose collection it came by. */
    private boolean isWayBack(Association there, Association back) {
        boolean isToOne = back.kind() == Kind.TO_ONE || back.kind() == Kind.INVERSE_TO_ONE;
        String target = back.target();
        boolean returns = target != null && mapping.areRelated(target, there.entityName());
        if (!isToOne || !returns || there.equals(back)) {
            return false;
        }
        boolean isOneToOne = back.kind() == Kind.INVERSE_TO_ONE || there.kind() == Kind.INVERSE_TO_ONE;
        return isOneToOne || relations.areOfOneKey(there, back);
    }

    /** {@return the shortest way from an entity to the one that declares an attribute, empty when there is none} */
    Optional<List<Association>> way(String entityName, Association attribute) {
        if (mapping.areRelated(entityName, attribute.entityName())) {
            return Optional.of(List.of());
        }
        Set<Association> seen = new HashSet<>();
        Deque<List<Association>> ways = new ArrayDeque<>();
        mapping.eagerOf(entityName).forEach(eager -> ways.add(List.of(eager)));
        while (!ways.isEmpty()) {
            List<Association> way = ways.removeFirst();
            Association last = way.get(way.size() - 1);
            String target = last.target();
            if (target != null && mapping.areRelated(target, attribute.entityName())) {
                return Optional.of(way);
            }
            if (seen.add(last)) {
                mapping.eagerOf(target).forEach(eager -> ways.add(with(way, eager)));
            }
        }
        return Optional.empty();
    }

    private static List<Association> with(List<Association> path, Association next) {
        return Stream.concat(path.stream(), Stream.of(next)).toList();
    }
}
