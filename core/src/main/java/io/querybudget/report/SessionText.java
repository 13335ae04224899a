package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what sessions of Hibernate did without need, and what to change. */
final class SessionText {

    private SessionText() {}

    static String evidence(Finding finding) {
        String statements = Sentences.count(finding.statementIds().size(), "statement");
        String rows = Sentences.count(finding.coverage().rows(), "row");
        String subject = Sentences.associations(finding);
        if (finding.fix() instanceof Fix.DeleteByQuery delete) {
            return rows + " of " + Association.simpleName(delete.entityName())
                    + " loaded by one query, and all deleted by " + statements;
        }
        if (finding.fix() instanceof Fix.ReferToId refer) {
            return Association.simpleName(refer.entityName()) + " loaded by " + statements
                    + ", and no more than its key was written";
        }
        if (finding.fix() instanceof Fix.ClearSession clear) {
            return "after " + finding.coverage().of() + " flushes the session still kept "
                    + finding.coverage().rows() + " entities" + MaterialisedText.types(clear.compared())
                    + ", and compared all of them at each flush";
        }
        if (finding.fix() instanceof Fix.FlushLess less) {
            return "before each of " + less.queries() + " queries all entities"
                    + MaterialisedText.types(less.compared())
                    + " were compared with what was loaded, "
                    + less.comparisons() + " comparisons in total, and there was nothing to write";
        }
        if (finding.fix() instanceof Fix.LoadReadOnly load) {
            return load.compared().total() + " entities" + MaterialisedText.types(load.compared())
                    + " were compared with what was loaded, and nothing was written";
        }
        if (finding.fix() instanceof Fix.InsertForeignKey) {
            return statements + " for the foreign key of " + rows + " of " + subject
                    + ", which were inserted just before";
        }
        return statements + " for " + subject + ", of which " + rows
                + (finding.coverage().rows() == 1 ? " was" : " were") + " deleted and inserted again unchanged";
    }

    /** {@return what to change, empty when the fix is about something else} */
    static Optional<String> fix(Fix fix, @Nullable FixLocation location) {
        if (fix instanceof Fix.DeleteByQuery delete) {
            return Optional.of(deletion(delete, location) + ", which loads nothing");
        }
        if (fix instanceof Fix.WriteChangedRows write) {
            return Optional.of(recreation(write) + ", so that only the rows that change are written");
        }
        if (fix instanceof Fix.InsertForeignKey key) {
            String element = Association.simpleName(key.elementName());
            return Optional.of("@JoinColumn(nullable = false, updatable = false) on " + key.collection() + " if no "
                    + element + " ever moves, or mappedBy with a @ManyToOne in " + element
                    + ", so that the inserts write the foreign key");
        }
        return memory(fix, Places.of(location));
    }

    private static Optional<String> memory(Fix fix, String place) {
        if (fix instanceof Fix.ClearSession) {
            return Optional.of("flush() and clear() after every " + Fix.BATCH_SIZE + " entities at " + place
                    + ", or a StatelessSession");
        }
        if (fix instanceof Fix.FlushLess) {
            return Optional.of("setFlushMode(FlushModeType.COMMIT) on the query at " + place
                    + " if it need not see pending changes, or @Transactional(readOnly = true) if there are none");
        }
        return fix instanceof Fix.LoadReadOnly
                ? Optional.of("@Transactional(readOnly = true), session.setDefaultReadOnly(true), or the hint"
                        + " org.hibernate.readOnly on the query at " + place)
                : Optional.empty();
    }

    private static String deletion(Fix.DeleteByQuery delete, @Nullable FixLocation location) {
        String method = location == null ? null : location.repositoryMethod();
        String entity = Association.simpleName(delete.entityName());
        String query = "\"delete from " + entity + " " + entity.substring(0, 1).toLowerCase(Locale.ROOT) + " where …\"";
        if (method == null) {
            return query + " in place of " + Places.query(location);
        }
        return method.endsWith(".deleteAll")
                ? method + "InBatch instead of " + method
                : "@Modifying @Query(" + query + ") on " + method;
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
