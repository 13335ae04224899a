package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.ExecutedStatement;
import io.querybudget.Fix;
import io.querybudget.LookUpFix;
import io.querybudget.LookUpFix.QueryForAllKeys;
import io.querybudget.LookUpFix.QueryForAllKeys.Form;
import io.querybudget.Mapping;
import io.querybudget.Materialised;
import io.querybudget.StatementKind;
import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlOperand;
import io.querybudget.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the fix for rows that were looked up one key at a time. */
final class LookUpAdvisor {

    private final Statements statements;
    private final KeyRelations relations;
    private final Mapping mapping;
    private final KeyReferences references;

    LookUpAdvisor(Statements statements, KeyRelations relations, Mapping mapping, KeyReferences references) {
        this.statements = statements;
        this.relations = relations;
        this.mapping = mapping;
        this.references = references;
    }

    Fix advise(Evidence evidence) {
        List<ExecutedStatement> lookUps =
                evidence.members().stream().map(Trigger::statement).toList();
        ExecutedStatement first = lookUps.get(0);
        if (first.cause() instanceof Cause.EntityLoad load) {
            return ofEntities(load, evidence, lookUps);
        }
        Optional<String> byNaturalId = foundByNaturalId(lookUps);
        if (byNaturalId.isPresent()) {
            return new LookUpFix.FindAllByNaturalId(byNaturalId.get());
        }
        boolean isWalk = statements
                .find(evidence.parentId())
                .filter(parent -> parent.shape().equals(first.shape()))
                .isPresent();
        if (isWalk) {
            return new LookUpFix.WalkByLevels();
        }
        QueryForAllKeys forAll = forAllKeys(lookUps);
        boolean isLimitNeedless =
                forAll.form() == Form.FIRST_ROWS && relations.isUnique(new ColumnName(forAll.table(), forAll.column()));
        return isLimitNeedless
                ? new QueryForAllKeys(Form.ROWS, forAll.table(), forAll.column(), forAll.text())
                : forAll;
    }

    /** Hibernate announces no load by a natural id; no query is behind it, and entities come of it. */
    private Optional<String> foundByNaturalId(List<ExecutedStatement> lookUps) {
        Set<String> columns = StatementKeys.of(lookUps.get(0)).keysByColumn().keySet().stream()
                .map(ColumnName::column)
                .collect(Collectors.toSet());
        return lookUps.stream()
                .filter(lookUp -> lookUp.cause() instanceof Cause.Unknown)
                .flatMap(lookUp -> lookUp.materialised().entities().stream())
                .map(Materialised.Entities::entityName)
                .filter(entityName ->
                        !columns.isEmpty() && mapping.naturalIdOf(entityName).equals(columns))
                .findFirst()
                .map(mapping::queryName);
    }

    private Fix ofEntities(Cause.EntityLoad load, Evidence evidence, List<ExecutedStatement> lookUps) {
        String entity = mapping.queryName(load.entityName());
        if (SqlText.of(lookUps.get(0).sql()).isLockingRead()) {
            return new LookUpFix.LockTogether(entity);
        }
        if (load.reason() == Reason.REFRESH) {
            return new LookUpFix.ReadAgainTogether();
        }
        if (areDeleted(lookUps)) {
            return new LookUpFix.DeleteByIds(entity);
        }
        boolean isOfCachedQuery = statements.find(evidence.parentId()).isEmpty();
        if (load.reason() == Reason.EAGER && isOfCachedQuery) {
            return new LookUpFix.CacheEntities(entity);
        }
        if (load.reason() != Reason.MERGE) {
            return new LookUpFix.FindAllById(entity, lookUps.stream().allMatch(references::areOnlyUseOf), load.graph());
        }
        boolean areNew = lookUps.stream().allMatch(lookUp -> lookUp.rows() == 0);
        return areNew ? new LookUpFix.TellNew(entity) : new LookUpFix.LoadBeforeMerge(entity);
    }

    /** {@return whether as many rows were deleted later as were looked up, or a repository was asked to delete them} */
    private boolean areDeleted(List<ExecutedStatement> lookUps) {
        ExecutedStatement first = lookUps.get(0);
        if (RepositoryMethod.isToDelete(first)) {
            return true;
        }
        String table = first.tables().named().stream().findFirst().orElse("");
        int deleted = statements.all().stream()
                .filter(statement -> statement.kind() == StatementKind.DELETE && statement.id() > first.id())
                .filter(statement -> statement.cause() instanceof Cause.Flush)
                .filter(statement -> table.equals(statement.tables().written()))
                .mapToInt(statement -> statement.execution().batchSize())
                .sum();
        return deleted >= lookUps.size();
    }

    /** {@return the one statement in place of some that each handled one key} */
    static QueryForAllKeys forAllKeys(List<ExecutedStatement> lookUps) {
        ExecutedStatement first = lookUps.get(0);
        Optional<QueryText> text = QueryText.of(first);
        Optional<KeyColumn> keys =
                KeyColumn.of(lookUps.stream().map(StatementKeys::of).toList());
        ColumnName column = keys.map(KeyColumn::name).orElse(new ColumnName("", ""));
        boolean areNoKeys = keys.filter(KeyColumn::areBeginnings).isPresent() || fitsOthers(lookUps, column);
        Form form = areNoKeys ? Form.FITTING_ROWS : form(first, text);
        boolean isForOneOnly = form == Form.FIRST_ROWS || form == Form.EXISTENCE || form == Form.FITTING_ROWS;
        String forAll = isForOneOnly
                ? null // the limit would hold for all keys together, and other values for none
                : text.flatMap(each -> forAllKeys(each, form, lookUps, column)).orElse(null);
        return new QueryForAllKeys(form, column.table(), column.column(), forAll);
    }

    /** {@return the text for all keys; Hibernate counts what a query of entities finds when it is asked to} */
    private static Optional<String> forAllKeys(
            QueryText text, Form form, List<ExecutedStatement> lookUps, ColumnName column) {
        boolean isCounted = form == Form.AGGREGATE && !text.isAggregate();
        QueryText read = isCounted ? text.counting().orElse(text) : text;
        OptionalInt parameter = parameterOfKey(text, lookUps, column);
        return parameter.isPresent() ? read.forAllKeys(parameter.getAsInt()) : Optional.empty();
    }

    /** {@return which parameter of a text is the key, those of JPQL being in the order of its SQL; empty when others vary} */
    private static OptionalInt parameterOfKey(QueryText text, List<ExecutedStatement> lookUps, ColumnName column) {
        List<SqlOperand> parameters = SqlText.of(lookUps.get(0).sql()).operands().stream()
                .filter(operand -> operand.parameter() > 0 && !operand.isPaging())
                .toList();
        List<SqlOperand> varying =
                parameters.stream().filter(operand -> varies(operand, lookUps)).toList();
        boolean isKey = varying.size() == 1 && varying.get(0).column().equals(Optional.of(column));
        if (text.parameters() == 1) {
            return OptionalInt.of(1);
        }
        return isKey && parameters.size() == text.parameters()
                ? OptionalInt.of(varying.get(0).parameter())
                : OptionalInt.empty();
    }

    /** {@return whether selects were given values that differ and are no keys of the column} */
    private static boolean fitsOthers(List<ExecutedStatement> lookUps, ColumnName column) {
        ExecutedStatement first = lookUps.get(0);
        return first.kind() == StatementKind.SELECT
                && SqlText.of(first.sql()).operands().stream()
                        .filter(operand -> operand.parameter() > 0 && !operand.isPaging())
                        .filter(operand -> !operand.column().equals(Optional.of(column)))
                        .anyMatch(operand -> varies(operand, lookUps));
    }

    private static boolean varies(SqlOperand operand, List<ExecutedStatement> lookUps) {
        return lookUps.stream()
                        .map(lookUp -> Optional.ofNullable(StatementKeys.value(operand, lookUp)))
                        .distinct()
                        .count()
                > 1;
    }

    private static Form form(ExecutedStatement lookUp, Optional<QueryText> text) {
        if (lookUp.kind() != StatementKind.SELECT) {
            return Form.WRITE;
        }
        boolean isAggregate = new QueryText(lookUp.sql(), true).isAggregate()
                || text.filter(QueryText::isAggregate).isPresent();
        if (isAggregate) {
            return Form.AGGREGATE;
        }
        if (!SqlText.of(lookUp.sql()).isPaged()) {
            return Form.ROWS;
        }
        boolean isAboutExistence = RepositoryMethod.isAboutExistence(lookUp)
                || text.filter(QueryText::isAboutExistence).isPresent();
        return isAboutExistence ? Form.EXISTENCE : Form.FIRST_ROWS;
    }
}
