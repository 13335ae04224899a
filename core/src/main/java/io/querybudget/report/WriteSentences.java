package io.querybudget.report;

import io.querybudget.Fix;
import io.querybudget.Fix.BatchWrites.Hindrance;

/** Says how writes are sent together, for each reason why they were not. */
final class WriteSentences {

    private static final String SIZE = "hibernate.jdbc.batch_size = " + Fix.BATCH_SIZE;

    /** A stateless session takes the size for its inserts, updates, deletes and upserts alike. */
    private static final String STATELESS = "setJdbcBatchSize(" + Fix.BATCH_SIZE + ") on a StatelessSession";

    private WriteSentences() {}

    static String of(Hindrance hindrance, String place) {
        return switch (hindrance) {
            case PLAIN_JDBC ->
                "one batch at " + place + ": addBatch and executeBatch, batchUpdate of JdbcTemplate, or " + STATELESS;
            case TRANSACTION_EACH -> "one transaction around all calls of " + place + ", and " + SIZE;
            case IDENTITY ->
                "ids of a SEQUENCE, and " + SIZE + ", because Hibernate sends each insert of an IDENTITY id at once";
            case FLUSH_EACH -> "one flush after the loop instead of many at " + place + ", and " + SIZE;
            case QUERY_AFTER_EACH ->
                "all writes before or after the queries at " + place + ", each of which flushes, and " + SIZE;
            case INTERLEAVED ->
                SIZE + " with hibernate.order_inserts = true and hibernate.order_updates = true (in Spring Boot below"
                        + " spring.jpa.properties)";
            case INTERLEAVED_DELETES ->
                SIZE + " and all removals of one entity before those of another, because Hibernate does not order"
                        + " deletes; or one \"delete … where … in\" each";
            case NO_BATCH_SIZE -> SIZE + " (in Spring Boot below spring.jpa.properties)";
        };
    }
}
