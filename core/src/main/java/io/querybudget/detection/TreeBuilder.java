package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.StatementGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the statements of a recording as a tree: statements stand below the one whose rows led to them. */
final class TreeBuilder {

    private record Label(Object subject, List<CallSite> callPath) {}

    private static final class Node {
        final @Nullable Label label;
        final @Nullable Finding finding;
        final List<ExecutedStatement> statements = new ArrayList<>();
        final Map<Label, Node> children = new LinkedHashMap<>();

        Node(@Nullable Label label, @Nullable Finding finding) {
            this.label = label;
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

    private void add(ExecutedStatement statement) {
        Finding finding = findings.get(statement.id());
        Label label = finding == null
                ? new Label(statement.shape(), statement.callPath())
                : new Label(finding.id(), List.of());
        Node parent = statements
                .parentOf(statement)
                .map(found -> nodes.get(found.id()))
                .orElse(top);
        Node node = label.equals(parent.label)
                ? parent // a walk along a list or down a tree is one group, however deep it goes
                : parent.children.computeIfAbsent(label, unused -> new Node(label, finding));
        node.statements.add(statement);
        nodes.put(statement.id(), node);
    }
}
