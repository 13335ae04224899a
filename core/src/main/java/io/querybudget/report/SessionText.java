package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Fix;
import java.util.Optional;

/** Says what sessions of Hibernate did without need, and what to change. */
final class SessionText {

    private SessionText() {}

    static String evidence(Finding finding) {
        String statements = Sentences.count(finding.statementIds().size(), "statement");
        String rows = Sentences.count(finding.coverage().rows(), "row");
        String subject = Sentences.associations(finding);
        if (finding.fix() instanceof Fix.InsertForeignKey) {
            return statements + " for the foreign key of " + rows + " of " + subject
                    + ", which were inserted just before";
        }
        return statements + " for " + subject + ", of which " + rows
                + (finding.coverage().rows() == 1 ? " was" : " were") + " deleted and inserted again unchanged";
    }

    /** {@return what to change, empty when the fix is about something else} */
    static Optional<String> fix(Fix fix) {
        if (fix instanceof Fix.WriteChangedRows write) {
            return Optional.of(recreation(write) + ", so that only the rows that change are written");
        }
        if (fix instanceof Fix.InsertForeignKey key) {
            String element = Association.simpleName(key.elementName());
            return Optional.of("@JoinColumn(nullable = false, updatable = false) on " + key.collection() + " if no "
                    + element + " ever moves, or mappedBy with a @ManyToOne in " + element
                    + ", so that the inserts write the foreign key");
        }
        return Optional.empty();
    }

    private static String recreation(Fix.WriteChangedRows write) {
        String role = write.collection().simpleRole();
        return switch (write.reason()) {
            case REPLACED -> "clear() and addAll(…) on " + role + " instead of another collection in its place";
            case REPLACED_BAG ->
                "a Set, or @OrderColumn, for the List " + role
                        + ", changed by clear() and addAll(…) instead of another collection in its place";
            case NULLABLE_ELEMENTS -> "@Column(nullable = false) on all attributes of the elements of " + role;
            default -> "a Set, or @OrderColumn, for the List " + role;
        };
    }
}
