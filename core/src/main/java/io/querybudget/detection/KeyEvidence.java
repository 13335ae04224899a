package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evidence by value: the keys that the statements looked up come from one column of an earlier result.
 *
 * <p>Keys of small test data coincide easily: four quarters equal the ids of four rows. So the evidence is exact only when
 * all keys of that column were looked up, and the mapping or the database ties the two columns together; or when they came
 * in the order of their rows and are no counter: texts of a column of the same name, or dates, numbers and codes with
 * irregular gaps.
 */
final class KeyEvidence {

    private static final int MANY = 3;

    private final Statements statements;
    private final KeyRelations relations;
    private final KeyLikeness likeness;
    private final Rereadings rereadings;
    private final KeysInRows keysInRows;
    private final Walks walks;
    private final KeyHistory history;
    private final LongFunction<@Nullable Finding> findingOfStatement;

    /**
     * Looks for evidence in a recording.
     *
     * @param findingOfStatement tells by its id the N+1 that was found already and that a statement belongs to, or null
     */
    KeyEvidence(Statements statements, KeyRelations relations, LongFunction<@Nullable Finding> findingOfStatement) {
        this.statements = statements;
        this.relations = relations;
        this.likeness = new KeyLikeness(relations);
        this.rereadings = new Rereadings(statements);
        this.keysInRows = new KeysInRows(statements);
        this.walks = new Walks(statements, relations);
        this.history = new KeyHistory(statements, relations, findingOfStatement);
        this.findingOfStatement = findingOfStatement;
    }

    Optional<Evidence> of(Repetition repetition) {
        List<StatementKeys> keys = repetition.triggers().stream()
                .map(trigger -> StatementKeys.of(trigger.statement()))
                .toList();
        Optional<KeyColumn> column = KeyColumn.of(keys);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        KeyColumn lookedUp = column.get();
        if (Instructions.areApart(repetition.triggers())
                || rereadings.areOwnersPicked(repetition)
                || history.areReadInTransactionOfEach(repetition, lookedUp)) {
            return Optional.empty();
        }
        List<List<SourceRow>> ownRows = walks.ownRows(repetition, lookedUp);
        if (Walks.areOfWalk(ownRows)) {
            return Walks.evidence(repetition, ownRows);
        }
        return sources(repetition)
                .map(source -> lookedUp.areBeginnings()
                        ? matchBeginnings(repetition, lookedUp, source.ofBeginnings())
                        : match(repetition, lookedUp, source))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Evidence::verdict))
                .or(() -> fromElsewhere(repetition, lookedUp));
    }

    /** {@return the columns of earlier results, the latest first, and of all results of one shape together} */
    private Stream<KeySource> sources(Repetition repetition) {
        Set<Long> own = repetition.triggers().stream()
                .map(trigger -> trigger.statement().id())
                .collect(Collectors.toSet());
        long last = Collections.max(own);
        List<ExecutedStatement> earlier = statements.all().stream()
                .filter(statement -> statement.id() < last && !own.contains(statement.id()))
                .filter(statement -> !statement.provenance().columns().isEmpty())
                .toList();
        Map<String, List<ExecutedStatement>> byShape = earlier.stream()
                .collect(Collectors.groupingBy(ExecutedStatement::shape, LinkedHashMap::new, Collectors.toList()));
        List<List<ExecutedStatement>> groups = new ArrayList<>();
        earlier.stream()
                .filter(statement -> statement.id() < repetition.first().id())
                .forEach(statement -> groups.add(0, List.of(statement)));
        byShape.values().stream().filter(this::isOneSource).forEach(groups::add);
        return groups.stream()
                .filter(group ->
                        group.stream().mapToLong(ExecutedStatement::rows).sum() > 1)
                .flatMap(group -> KeySource.withJoined(KeySource.of(group)));
    }

    /** Pages of a list, or the statements of an N+1; but not entities that were found one by one. */
    private boolean isOneSource(List<ExecutedStatement> group) {
        return group.size() > 1
                && group.stream()
                        .anyMatch(
                                statement -> statement.rows() > 1 || findingOfStatement.apply(statement.id()) != null);
    }

    private Optional<Evidence> match(Repetition repetition, KeyColumn lookedUp, KeySource source) {
        KeyMatch match = new KeyMatch(repetition, lookedUp, source);
        if (!match.holdsKeys() || isNoSource(lookedUp, source)) {
            return Optional.empty();
        }
        Optional<KeyRelations.Tie> tie = relations.between(source.name(), lookedUp.name());
        boolean isProven = isProven(match, tie.isPresent());
        if ((!isProven && !isLikely(match, tie.isPresent())) || (source.isJoined() && !match.isOfSeveralRows())) {
            return Optional.empty();
        }
        boolean areInOneRow = source.name()
                .filter(name -> keysInRows.areInOne(repetition, lookedUp, name))
                .isPresent();
        if (areInOneRow && (source.isJoined() || !match.isOfAllKeys())) {
            return Optional.empty();
        }
        List<Association> tied = tie.map(KeyRelations.Tie::associations).orElse(List.of());
        return Optional.of(new Evidence(
                match.members(),
                isProven && !areInOneRow ? Verdict.PROVEN : Verdict.LIKELY,
                repetition.associations().isEmpty() ? tied : repetition.associations()));
    }

    /** {@return whether equal keys are a coincidence: those of other rows, or such that the application knew before} */
    private boolean isNoSource(KeyColumn lookedUp, KeySource source) {
        boolean isElsewhere = source.name()
                .filter(name -> relations.refersElsewhere(name, lookedUp.name()))
                .isPresent();
        return isElsewhere || (history.areGiven(lookedUp, source) && !isOfLikelyLoop(source));
    }

    private boolean isProven(KeyMatch match, boolean isTied) {
        Repetition repetition = match.repetition();
        boolean isExact = (match.isOfAllKeys() && isTied)
                || (match.isWalk()
                        && match.isOfMany()
                        && likeness.areTelling(repetition, match.source(), match.lookedUp()));
        return isExact
                && match.isOfOneRowEach()
                && !match.lookedUp().isArgument()
                && !repetition.areOwnersKnown()
                && !isOfLikelyLoop(match.source())
                && !rereadings.isReadAgain(match.source(), repetition)
                && !history.areReadApart(repetition, match.lookedUp());
    }

    private boolean isLikely(KeyMatch match, boolean isTied) {
        KeyColumn lookedUp = match.lookedUp();
        KeySource source = match.source();
        boolean areKeys = likeness.areKeys(match.repetition(), lookedUp);
        boolean isNamedAfter = !lookedUp.areNumbers()
                && source.name()
                        .filter(name -> KeyLikeness.isNamedAfter(lookedUp.name(), name))
                        .isPresent();
        boolean areReferences =
                areKeys || isNamedAfter || likeness.areLikelyReferences(source, lookedUp, match.isWalk());
        return isTied
                || (match.isWalk() && (areKeys || (lookedUp.areIrregular() && isUncounted(source, lookedUp))))
                || (areReferences && match.isOfMany());
    }

    /**
     * Texts of rows that others begin with, as the paths of a tree: some of a column of that name, in the order of the rows.
     * What a user types and what code counts begins other texts, too, so that this is never exact.
     */
    private static Optional<Evidence> matchBeginnings(Repetition repetition, KeyColumn lookedUp, KeySource source) {
        KeyMatch match = new KeyMatch(repetition, lookedUp, source);
        return match.isInOrderOfSome() && KeyLikeness.areTellingBeginnings(source, lookedUp)
                ? Optional.of(new Evidence(match.members(), Verdict.LIKELY, List.of()))
                : Optional.empty();
    }

    /** Numbers in an order of no code, or those of a column that is named alike, are no constants that happen to be rows. */
    private static boolean isUncounted(KeySource source, KeyColumn lookedUp) {
        return lookedUp.areShuffled()
                || source.name()
                        .filter(name -> KeyLikeness.areNamedAlike(name, lookedUp.name()))
                        .isPresent();
    }

    /** What follows from statements that need not be a loop is no surer than they are. */
    private boolean isOfLikelyLoop(KeySource source) {
        return source.rowsByKey().values().stream()
                .map(row -> findingOfStatement.apply(row.statementId()))
                .anyMatch(finding -> finding != null && finding.verdict() != Verdict.PROVEN);
    }

    /**
     * At least three keys that came from elsewhere, by one call path; owners that were found one by one prove nothing, and
     * keys that stood in the row before are a walk.
     */
    private Optional<Evidence> fromElsewhere(Repetition repetition, KeyColumn lookedUp) {
        ExecutedStatement first = repetition.first();
        boolean isReread = first.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.REFRESH;
        boolean isKnownLimit = areOwnersFoundApart(repetition) || keysInRows.areInOne(repetition, lookedUp);
        boolean isLikely = lookedUp.distinct().size() >= MANY
                && (likeness.areKeys(repetition, lookedUp) || KeyLikeness.findOneRowAtMost(repetition, lookedUp))
                && !lookedUp.areBeginnings()
                && !isReread
                && !isKnownLimit
                && !first.callPath().isEmpty();
        if (!isLikely) {
            return Optional.empty();
        }
        Verdict verdict = walks.isAlong(repetition) ? Verdict.INFO : Verdict.LIKELY;
        return Optional.of(new Evidence(repetition.triggers(), verdict, repetition.associations()));
    }

    /** {@return whether the owners came from statements of several places, not from one query that was run again and again} */
    private boolean areOwnersFoundApart(Repetition repetition) {
        long places = repetition.triggers().stream()
                .flatMap(trigger -> trigger.sources().stream())
                .map(source -> statements.find(source.statementId()))
                .flatMap(Optional::stream)
                .map(found -> new CodePlace(found.shape(), found.callPath()))
                .distinct()
                .count();
        return repetition.areOwnersKnown() && places != 1;
    }
}
