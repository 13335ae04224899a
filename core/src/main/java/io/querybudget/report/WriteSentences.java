package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import io.querybudget.WriteFix;
import io.querybudget.WriteFix.BatchWrites.Hindrance;
import org.jspecify.annotations.Nullable;

/** Says how the same is written with fewer statements. */
final class WriteSentences {

    private static final String SETTING = "hibernate.jdbc.batch_size = " + Fix.BATCH_SIZE;
    private static final String IN_SPRING = " (in Spring Boot below spring.jpa.properties)";
    private static final String SIZE = SETTING + IN_SPRING;

    /** A stateless session takes the size for its inserts, updates, deletes and upserts alike. */
    private static final String STATELESS = "setJdbcBatchSize(" + Fix.BATCH_SIZE + ") on a StatelessSession";

    private WriteSentences() {}

    static String of(WriteFix fix, @Nullable FixLocation location) {
        if (fix instanceof WriteFix.DeleteByQuery delete) {
            return deletion(delete, location) + ", which loads nothing";
        }
        if (fix instanceof WriteFix.WriteChangedRows write) {
            return recreation(write) + ", so that only the rows that change are written";
        }
        if (fix instanceof WriteFix.InsertForeignKey key) {
            String element = Association.simpleName(key.elementName());
            return "@JoinColumn(nullable = false, updatable = false) on " + key.collection() + " if no " + element
                    + " ever moves, or mappedBy with a @ManyToOne in " + element
                    + ", so that the inserts write the foreign key";
        }
        return fix instanceof WriteFix.BatchWrites writes ? batch(writes.hindrance(), location) : "";
    }

    private static String batch(Hindrance hindrance, @Nullable FixLocation location) {
        String place = Places.of(location);
        return switch (hindrance) {
            case PLAIN_JDBC ->
                "one batch at " + place + ": addBatch and executeBatch, batchUpdate of JdbcTemplate, or " + STATELESS;
            case TRANSACTION_EACH -> "one transaction around all " + calls(location) + ", and " + SIZE;
            case IDENTITY ->
                "ids of a SEQUENCE, and " + SIZE + ", because Hibernate sends each insert of an IDENTITY id at once";
            case FLUSH_EACH -> "one flush after the loop instead of many at " + place + ", and " + SIZE;
            case QUERY_AFTER_EACH ->
                "all writes before or after the queries at " + place + ", each of which flushes, and " + SIZE;
            case INTERLEAVED ->
                SETTING + " with hibernate.order_inserts = true and hibernate.order_updates = true" + IN_SPRING;
            case INTERLEAVED_DELETES ->
                SIZE + ", and all removals of one entity before those of another, because Hibernate does not order"
                        + " deletes; or one \"delete … where … in\" each";
            case NO_BATCH_SIZE -> SIZE;
        };
    }

    /** A line may hold several calls, and stands in the method around the loop. */
    private static String calls(@Nullable FixLocation location) {
        boolean isMethod = location != null && location.repositoryMethod() != null;
        return (isMethod ? "calls of " : "calls at ") + Places.of(location);
    }

    private static String deletion(WriteFix.DeleteByQuery delete, @Nullable FixLocation location) {
        String method = location == null ? null : location.repositoryMethod();
        String entity = Association.simpleName(delete.entityName());
        String query = "\"delete from " + entity + " " + Association.usualAlias(entity) + " where …\"";
        if (method == null) {
            return query + " in place of " + Places.query(location);
        }
        return method.endsWith(".deleteAll")
                ? method + "InBatch instead of " + method
                : "@Modifying @Query(" + query + ") on " + method;
    }

    private static String recreation(WriteFix.WriteChangedRows write) {
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
