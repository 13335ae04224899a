package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements of a recording, by their ids too. */
final class Statements {

    private final List<ExecutedStatement> all;
    private final Map<Long, ExecutedStatement> byId;

    Statements(List<ExecutedStatement> all) {
        this.all = all;
        this.byId = all.stream().collect(Collectors.toMap(ExecutedStatement::id, Function.identity()));
    }

    List<ExecutedStatement> all() {
        return all;
    }

    Optional<ExecutedStatement> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return the statement whose rows or reading led to another one} */
    Optional<ExecutedStatement> parentOf(ExecutedStatement statement) {
        return statement.provenance().owners().stream()
                .map(Owner::statementId)
                .map(this::find)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find(statement.provenance().callerId()));
    }
}
