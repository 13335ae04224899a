package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.StatementGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the statements of a recording as a tree: statements stand below the one whose rows led to them. */
final class TreeBuilder {

    private static final class Node {
        final @Nullable CodePlace place;
        final @Nullable Finding finding;
        final List<ExecutedStatement> statements = new ArrayList<>();
        final Map<CodePlace, Node> children = new LinkedHashMap<>();

        Node(@Nullable CodePlace place, @Nullable Finding finding) {
            this.place = place;
            this.finding = finding;
        }

        List<StatementGroup> groups() {
            return children.values().stream()
                    .map(node -> new StatementGroup(node.statements, node.finding, node.groups()))
                    .toList();
        }
    }

    private final Statements statements;
    private final Map<Long, Finding> findings = new HashMap<>();
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Node top = new Node(null, null);

    TreeBuilder(Statements statements, List<Finding> found) {
        this.statements = statements;
        found.forEach(finding -> finding.statementIds().forEach(id -> findings.putIfAbsent(id, finding)));
    }

    List<StatementGroup> build() {
        statements.all().stream()
                .filter(statement -> statement.kind().isCounted())
                .forEach(this::add);
        return top.groups();
    }

    /** {@return the statement that the keys of an N+1 came from} */
    private Optional<ExecutedStatement> parentOf(@Nullable Finding finding) {
        return finding == null ? Optional.empty() : statements.find(finding.parentId());
    }

    private void add(ExecutedStatement statement) {
        Finding finding = findings.get(statement.id());
        CodePlace place = finding == null
                ? new CodePlace(statement.shape(), statement.callPath())
                : new CodePlace(finding, List.of());
        Node parent = statements
                .parentOf(statement, finding == null ? List.of() : finding.associations())
                .or(() -> parentOf(finding))
                .map(found -> nodes.get(found.id()))
                .orElse(top);
        Node node = place.equals(parent.place)
                ? parent // a walk along a list or down a tree is one group, however deep it goes
                : parent.children.computeIfAbsent(place, unused -> new Node(place, finding));
        node.statements.add(statement);
        nodes.put(statement.id(), node);
    }
}
