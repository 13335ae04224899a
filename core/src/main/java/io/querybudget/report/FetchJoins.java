package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.FetchFix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the fetches of one query in its text or code, each attribute once, with an alias when another fetch starts at it. */
final class FetchJoins {

    private final FetchForm form;
    private final Set<String> left = new HashSet<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final List<String> joins = new ArrayList<>();

    private FetchJoins(FetchForm form) {
        this.form = form;
    }

    /** {@return the joins, such as {@code left join fetch o.lines l left join fetch l.product} in JPQL} */
    static String of(List<FetchFix.FetchWithQuery> fetches, FetchForm form) {
        FetchJoins joins = new FetchJoins(form);
        fetches.forEach(fetch ->
                joins.left.addAll(joins.steps(fetch).subList(0, fetch.path().size() - 1)));
        fetches.forEach(joins::add);
        return String.join(form.separator, joins.joins);
    }

    private void add(FetchFix.FetchWithQuery fetch) {
        String from = start(fetch);
        aliases.putIfAbsent("", from);
        List<String> steps = steps(fetch);
        for (int i = 0; i < steps.size(); i++) {
            Association attribute = fetch.path().get(i);
            String subtype = fetch.subtypes().get(attribute);
            String holder = subtype == null ? from : form.treated(from, subtype);
            if (!aliases.containsKey(steps.get(i))) {
                String alias = left.contains(steps.get(i)) ? unused(attribute.path()) : "";
                joins.add(form.fetch(holder, attribute.path(), alias));
                aliases.put(steps.get(i), alias);
            }
            from = aliases.getOrDefault(steps.get(i), "");
        }
    }

    private String start(FetchFix.FetchWithQuery fetch) {
        return form == FetchForm.CRITERIA ? FetchForm.ROOT : FetchSentences.start(fetch);
    }

    /** {@return the paths from the start to each attribute, the longest last} */
    private List<String> steps(FetchFix.FetchWithQuery fetch) {
        List<String> steps = new ArrayList<>();
        String path = start(fetch);
        for (Association attribute : fetch.path()) {
            path = path + "." + attribute.path();
            steps.add(path);
        }
        return steps;
    }

    private String unused(String attribute) {
        String last = attribute.substring(attribute.lastIndexOf('.') + 1);
        String letter = Association.usualAlias(last);
        String alias = letter;
        for (int number = 2; aliases.containsValue(alias); number++) {
            alias = letter + number;
        }
        return alias;
    }
}
