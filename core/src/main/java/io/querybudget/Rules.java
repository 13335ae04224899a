package io.querybudget;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each kind of finding leads to, and from how many rows on a result is oversized.
 *
 * @param reactions what kinds lead to, as far as it is not the default
 * @param rowLimit the most rows that one statement may return without {@link FindingKind#OVERSIZED_RESULT}
 */
public record Rules(Map<FindingKind, Reaction> reactions, long rowLimit) {

    /** Kinds of which a likely finding is not sure; one of any other kind is sure, but need not be a defect. */
    private static final Set<FindingKind> UNSURE_WHEN_LIKELY = Set.of(
            FindingKind.N_PLUS_ONE,
            FindingKind.CARTESIAN_PRODUCT,
            FindingKind.IN_MEMORY_PAGINATION,
            FindingKind.LOADED_TO_DELETE,
            FindingKind.UNCLOSED_CONNECTION);

    /** Proven findings fail, others are logged, and 1,000 rows are not too many. */
    public static final Rules DEFAULT = new Rules(Map.of(), 1_000);

    /** Nothing fails. */
    public static final Rules WARNING = DEFAULT.with(Reaction.WARN, EnumSet.allOf(FindingKind.class));

    /**
     * Copies the reactions.
     *
     * @throws IllegalArgumentException if the limit of rows is negative
     */
    public Rules {
        reactions = Map.copyOf(reactions);
        if (rowLimit < 0) {
            throw new IllegalArgumentException("row limit = " + rowLimit + " is negative; give 0 or more");
        }
    }

    /** {@return whether findings of a kind are left out} */
    public boolean isOff(FindingKind kind) {
        return reactions.get(kind) == Reaction.OFF;
    }

    /** {@return whether a finding fails a test unless it is allowed} */
    public boolean refuse(Finding finding) {
        FindingKind kind = finding.kind();
        return switch (finding.verdict()) {
            case PROVEN -> canRefuse(kind);
            case LIKELY -> reactions.get(kind) == Reaction.FAIL && !UNSURE_WHEN_LIKELY.contains(kind);
            case INFO -> false;
        };
    }

    /** {@return whether some kind of finding fails a test} */
    public boolean canRefuse() {
        return Stream.of(FindingKind.values()).anyMatch(this::canRefuse);
    }

    private boolean canRefuse(FindingKind kind) {
        return reactions.getOrDefault(kind, Reaction.FAIL) == Reaction.FAIL;
    }

    /**
     * {@return these rules, in which some kinds lead to something}
     *
     * @throws IllegalArgumentException if one of them leads to something else already
     */
    public Rules with(Reaction reaction, Collection<FindingKind> kinds) {
        Map<FindingKind, Reaction> all = new EnumMap<>(FindingKind.class);
        all.putAll(reactions);
        for (FindingKind kind : kinds) {
            Reaction other = all.put(kind, reaction);
            if (other != null && other != reaction) {
                throw new IllegalArgumentException(
                        kind + " is given as " + other + " and as " + reaction + "; one of both must go");
            }
        }
        return new Rules(all, rowLimit);
    }

    /**
     * {@return these rules and other ones, with this limit of rows}
     *
     * @throws IllegalArgumentException if a kind leads to something else in each
     */
    public Rules and(Rules other) {
        Rules all = this;
        for (Map.Entry<FindingKind, Reaction> entry : other.reactions.entrySet()) {
            all = all.with(entry.getValue(), Set.of(entry.getKey()));
        }
        return all;
    }

    /** {@return these rules, with the reactions of other ones where those name one} */
    public Rules overriddenBy(Rules other) {
        Map<FindingKind, Reaction> all = new EnumMap<>(FindingKind.class);
        all.putAll(reactions);
        all.putAll(other.reactions);
        return new Rules(all, rowLimit);
    }

    /** {@return these rules with another limit of rows} */
    public Rules withRowLimit(long rows) {
        return new Rules(reactions, rows);
    }
}
