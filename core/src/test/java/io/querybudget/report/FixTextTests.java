package io.querybudget.report;

import static io.querybudget.Findings.CUSTOMER;
import static io.querybudget.Findings.LINES;
import static io.querybudget.Findings.NOTES;
import static io.querybudget.Findings.PRODUCT;
import static io.querybudget.Findings.likely;
import static io.querybudget.Findings.nPlusOne;
import static io.querybudget.Recordings.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Analysis;
import io.querybudget.Association;
import io.querybudget.FetchFix;
import io.querybudget.FetchFix.FetchInBatches.Reason;
import io.querybudget.FetchFix.FetchWithQuery.Start;
import io.querybudget.FetchFix.LoadBeforehand.Obstacle;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Findings;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import io.querybudget.LookUpFix;
import io.querybudget.LookUpFix.QueryForAllKeys.Form;
import io.querybudget.Mapping;
import io.querybudget.ReadFix;
import io.querybudget.Recording;
import io.querybudget.SessionWork;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import io.querybudget.WriteFix;
import io.querybudget.WriteFix.BatchWrites.Hindrance;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTextTests {

    private static List<String> fixes(Finding... findings) {
        Recording recording = new Recording(
                "OrderTests",
                List.of(),
                Map.of(StatementKind.SELECT, 11),
                List.of(),
                0,
                Set.of(),
                List.of(),
                List.of(),
                Map.of(),
                SessionWork.NOTHING,
                Mapping.NONE);
        return FixText.of(new Analysis(recording, List.of(findings), List.of(), List.of()), List.of(findings));
    }

    private static Finding fixedBy(Fix fix) {
        return nPlusOne("1a2b3c4d", List.of(LINES), 2, 5, fix, null);
    }

    private static Finding at(Finding finding, @Nullable FixLocation location) {
        return new Finding(
                finding.id(),
                finding.kind(),
                finding.verdict(),
                finding.associations(),
                finding.statementIds(),
                finding.parentId(),
                finding.coverage(),
                finding.origin(),
                location,
                finding.fix(),
                null);
    }

    private static FetchFix.FetchWithQuery fetch(Association... path) {
        return Findings.fetch(List.of(path), "o");
    }

    private static Finding at(Fix fix, @Nullable String repositoryMethod) {
        return at(fixedBy(fix), new FixLocation(repositoryMethod, line(39)));
    }

    @Test
    void fetches_with_a_repository_method() {
        assertThat(fixes(fixedBy(fetch(LINES))))
                .containsExactly(
                        "  Fix: @EntityGraph(attributePaths = \"lines\") on OrderRepository.findOpen",
                        "       leaves 6 statements");
    }

    @Test
    void fetches_with_an_inherited_repository_method() {
        FixLocation inherited = new FixLocation("OrderRepository.findAll", line(39), true);

        assertThat(fixes(at(fixedBy(fetch(LINES)), inherited)))
                .first()
                .isEqualTo(
                        "  Fix: @EntityGraph(attributePaths = \"lines\") on OrderRepository.findAll, declared again for"
                                + " it");
    }

    @Test
    void fetches_with_the_query_at_a_line() {
        assertThat(fixes(at(fetch(LINES), null)))
                .containsExactly(
                        "  Fix: left join fetch o.lines in the query at OrderService.totals (OrderService.java:39)",
                        "       leaves 6 statements");
    }

    @Test
    void fetches_with_a_query_that_ran_before() {
        assertThat(fixes(at(fixedBy(fetch(LINES)), null)))
                .first()
                .isEqualTo("  Fix: left join fetch o.lines in the query that ran before");
        assertThat(fixes(at(fixedBy(fetch(LINES)), new FixLocation(null, null))))
                .first()
                .isEqualTo("  Fix: left join fetch o.lines in the query");
    }

    @Test
    void fetches_what_another_entity_than_the_selected_one_declares() {
        assertThat(fixes(fixedBy(Findings.fetch(List.of(LINES), null))))
                .first()
                .isEqualTo(
                        "  Fix: left join fetch o.lines in the query at OrderRepository.findOpen, with the alias o for Order");
    }

    @Test
    void names_an_entity_that_a_query_gives_no_name() {
        Start start = new Start("com.acme.Order", "", false, List.of());
        Fix fetch = new FetchFix.FetchWithQuery(List.of(LINES), start, List.of(), Map.of(), false);

        assertThat(fixes(at(fetch, null)))
                .first()
                .isEqualTo("  Fix: left join fetch o.lines in the query at OrderService.totals (OrderService.java:39),"
                        + " with the alias o for Order");
    }

    @Test
    void fetches_what_only_a_subtype_has_by_joins() {
        Start start = new Start("Order", "o", false, List.of());
        Fix fetch = new FetchFix.FetchWithQuery(
                List.of(LINES, PRODUCT), start, List.of(), Map.of(LINES, "BulkOrder", PRODUCT, "GiftLine"), false);

        assertThat(fixes(fixedBy(fetch)))
                .first()
                .isEqualTo("  Fix: left join fetch treat(o as BulkOrder).lines l left join fetch"
                        + " treat(l as GiftLine).product in the query at OrderRepository.findOpen");
    }

    @Test
    void fetches_in_the_code_of_a_criteria_query() {
        Fix fetch =
                new FetchFix.FetchWithQuery(List.of(LINES, PRODUCT), null, List.of(), Map.of(LINES, "BulkOrder"), true);

        assertThat(fixes(at(fetch, null)))
                .first()
                .isEqualTo("  Fix: l = builder.treat(root, BulkOrder.class).fetch(\"lines\", JoinType.LEFT),"
                        + " l.fetch(\"product\", JoinType.LEFT) in the query at OrderService.totals"
                        + " (OrderService.java:39)");
    }

    @Test
    void fetches_with_the_method_that_builds_a_criteria_query() {
        Fix fetch = new FetchFix.FetchWithQuery(List.of(LINES), null, List.of(), Map.of(), true);

        assertThat(fixes(fixedBy(fetch)))
                .first()
                .isEqualTo("  Fix: left join fetch o.lines in the query at OrderRepository.findOpen, with the alias o"
                        + " for Order");
    }

    @Test
    void fetches_what_is_eager_behind_and_keeps_what_is_eager_beside() {
        Start start = new Start("Order", "o", false, List.of(CUSTOMER));
        Fix fetch =
                new FetchFix.FetchWithQuery(List.of(LINES), start, List.of(List.of(LINES, PRODUCT)), Map.of(), false);

        assertThat(fixes(fixedBy(fetch)))
                .first()
                .isEqualTo("  Fix: @EntityGraph(attributePaths = {\"lines\", \"lines.product\"},"
                        + " type = EntityGraphType.LOAD) on OrderRepository.findOpen");
    }

    @Test
    void fetches_behind_a_join_by_joins() {
        Fix fetch = new FetchFix.FetchWithQuery(
                List.of(LINES, PRODUCT), new Start("Order", "o", true, List.of()), List.of(), Map.of(), false);

        assertThat(fixes(fixedBy(fetch)))
                .first()
                .isEqualTo("  Fix: left join fetch o.lines l left join fetch l.product"
                        + " in the query at OrderRepository.findOpen");
    }

    @Test
    void two_findings_of_one_query_are_one_fix() {
        Finding lines = nPlusOne("1a2b3c4d", List.of(LINES), 2, 4, fetch(LINES), null);
        Finding products = nPlusOne("5e6f7a8b", List.of(PRODUCT), 6, 6, fetch(LINES, PRODUCT), "1a2b3c4d");

        assertThat(fixes(lines, products))
                .containsExactly(
                        "  Fix: @EntityGraph(attributePaths = {\"lines\", \"lines.product\"}) on OrderRepository.findOpen",
                        "       leaves 1 statement");
    }

    @Test
    void joins_that_start_at_another_one_name_its_alias() {
        Finding lines = at(fetch(LINES), null);
        Finding products = at(fetch(LINES, PRODUCT), null);
        Finding customers = at(fetch(CUSTOMER), null);

        assertThat(fixes(lines, products, customers))
                .first()
                .isEqualTo("  Fix: left join fetch o.lines l left join fetch l.product left join fetch o.customer"
                        + " in the query at OrderService.totals (OrderService.java:39)");
    }

    @Test
    void two_fixes_say_what_they_leave_together() {
        Association notes = new Association("com.acme.Order", "notes", Association.Kind.COLLECTION, false, null);
        Fix batches = new FetchFix.FetchInBatches(notes, Reason.SECOND_COLLECTION, false, OptionalLong.of(1));

        assertThat(fixes(
                        nPlusOne("1a2b3c4d", List.of(LINES), 2, 5, fetch(LINES), null),
                        nPlusOne("5e6f7a8b", List.of(notes), 7, 5, batches, null)))
                .containsExactly(
                        "  Fix: @EntityGraph(attributePaths = \"lines\") on OrderRepository.findOpen",
                        "  Fix: @BatchSize(size = 50) on Order.notes, because OrderRepository.findOpen would multiply"
                                + " rows by fetching a second collection",
                        "       together they leave 2 statements");
    }

    @Test
    void a_fix_of_unknown_effect_follows_those_that_are_counted() {
        Fix batches = new FetchFix.FetchInBatches(PRODUCT, Reason.UNKNOWN_QUERY, false, OptionalLong.empty());

        assertThat(fixes(fixedBy(batches), fixedBy(fetch(LINES))))
                .containsExactly(
                        "  Fix: @EntityGraph(attributePaths = \"lines\") on OrderRepository.findOpen",
                        "       leaves 6 statements",
                        "  Fix: @BatchSize(size = 50) on the entities that OrderLine.product refers to, because it is"
                                + " not known which query loads what holds it");
    }

    @Test
    void one_fix_of_two_findings_is_said_once() {
        Fix fix = new LookUpFix.FindAllById("com.acme.Order", false, List.of());

        assertThat(fixes(fixedBy(fix), fixedBy(fix)))
                .filteredOn(line -> line.startsWith("  Fix: "))
                .hasSize(1);
    }

    @Test
    void lazy_attributes_are_fetched_by_an_entity_graph() {
        Association text = new Association("com.acme.Doc", "text", Association.Kind.LAZY_ATTRIBUTE, false, null);

        assertThat(fixes(at(fetch(text), null)))
                .first()
                .isEqualTo("  Fix: an entity graph with text for the query at OrderService.totals"
                        + " (OrderService.java:39)");
    }

    @Test
    void lazy_attributes_of_a_subtype_are_fetched_by_its_subgraph() {
        Association text = new Association("com.acme.Doc", "text", Association.Kind.LAZY_ATTRIBUTE, false, null);
        Fix fetch = new FetchFix.FetchWithQuery(List.of(text), null, List.of(), Map.of(text, "Doc"), false);

        assertThat(fixes(at(fetch, null)))
                .first()
                .isEqualTo("  Fix: an entity graph with text in the subclass subgraph of Doc for the query at"
                        + " OrderService.totals (OrderService.java:39)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAGED        | because OrderRepository.findOpen limits its rows, which a fetched collection would break",
                "NATIVE_SQL   | because OrderRepository.findOpen is native SQL; or JPQL with left join fetch in its place",
                "NO_QUERY     | because OrderRepository.findOpen loads what holds it without a query",
                "ANY_TYPE     | because no query fetches what may be of any type"
            })
    void fetches_in_batches_and_says_why(Reason reason, String because) {
        assertThat(fixes(fixedBy(new FetchFix.FetchInBatches(LINES, reason, false, OptionalLong.of(1)))))
                .containsExactly(
                        "  Fix: @BatchSize(size = 50) on Order.lines, " + because, "       leaves 7 statements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLUSH         | one query \"select o from Order o left join fetch o.lines where o in :owners\" right after"
                        + " OrderRepository.findOpen, because a flush makes the session forget what @BatchSize would"
                        + " load together",
                "STREAM        | all owners read into a list at OrderRepository.findOpen before Order.lines of the first,"
                        + " so that the batch size of Order.lines applies",
                "SINGLE_OWNERS | all owners loaded before Order.lines of the first is read at OrderRepository.findOpen,"
                        + " so that the batch size of Order.lines applies"
            })
    void loads_beforehand_what_batches_cannot_hold(Obstacle obstacle, String sentence) {
        assertThat(fixes(fixedBy(
                        new FetchFix.LoadBeforehand(LINES, "Order", Reason.PAGED, obstacle, OptionalLong.empty()))))
                .containsExactly("  Fix: " + sentence);
    }

    @Test
    void fetches_in_batches_for_lists_instead_of_streams() {
        Fix streamed = new FetchFix.FetchInBatches(LINES, Reason.NATIVE_SQL, true, OptionalLong.of(1));
        Fix page = new FetchFix.FetchInBatches(LINES, Reason.PAGED, true, OptionalLong.of(1));

        assertThat(fixes(at(streamed, null)))
                .containsExactly(
                        "  Fix: @BatchSize(size = 50) on Order.lines together with getResultList, in pages where the rows"
                                + " are many, instead of reading row by row, because OrderService.totals"
                                + " (OrderService.java:39) is native SQL; or JPQL with left join fetch in its place",
                        "       leaves 7 statements");
        assertThat(fixes(fixedBy(page)))
                .first()
                .isEqualTo("  Fix: @BatchSize(size = 50) on Order.lines together with a List as the result instead of"
                        + " reading row by row, because OrderRepository.findOpen limits its rows, which a fetched"
                        + " collection would break");
    }

    @Test
    void fetches_in_batches_by_the_class_that_a_reference_leads_to() {
        Association type = new Association("com.acme.Pet", "type", Association.Kind.TO_ONE, false, "com.acme.PetType");

        assertThat(fixes(fixedBy(new FetchFix.FetchInBatches(type, Reason.UNKNOWN_QUERY, false, OptionalLong.empty()))))
                .containsExactly("  Fix: @BatchSize(size = 50) on PetType, because it is not known which query loads"
                        + " what holds it");
    }

    @Test
    void fetches_an_eager_association() {
        assertThat(fixes(at(new FetchFix.FetchEager(CUSTOMER, fetch(CUSTOMER)), null)))
                .containsExactly(
                        "  Fix: left join fetch o.customer in the query at OrderService.totals"
                                + " (OrderService.java:39); or, if nothing here reads Order.customer, fetch ="
                                + " FetchType.LAZY, and a fetch wherever it is read after its session is closed",
                        "       leaves 6 statements");
    }

    @Test
    void shares_the_key_of_a_one_to_one() {
        Association invoice = new Association("com.acme.Order", "invoice", Association.Kind.INVERSE_TO_ONE, true, null);
        FetchFix.FetchWithQuery fetch = Findings.fetch(List.of(invoice), "o");

        assertThat(fixes(at(new FetchFix.ShareKey(invoice, fetch), null)))
                .first()
                .isEqualTo("  Fix: left join fetch o.invoice in the query at OrderService.totals"
                        + " (OrderService.java:39); or @MapsId on the owning side together with optional = false on"
                        + " Order.invoice, which must always exist then");
        assertThat(fixes(fixedBy(new FetchFix.ShareKey(invoice, null))))
                .first()
                .isEqualTo("  Fix: @MapsId on the owning side together with optional = false on Order.invoice, which"
                        + " must always exist then");
    }

    @Test
    void fetches_with_one_query_what_needs_another_mapping_as_well() {
        Finding notes = at(new FetchFix.ShareKey(NOTES, Findings.fetch(List.of(CUSTOMER, NOTES), "o")), null);
        Finding customers = at(new FetchFix.FetchEager(CUSTOMER, fetch(CUSTOMER)), null);

        assertThat(fixes(notes, customers))
                .first()
                .isEqualTo("  Fix: left join fetch o.customer c left join fetch c.notes in the query at"
                        + " OrderService.totals (OrderService.java:39); or, if nothing here reads Order.customer,"
                        + " fetch = FetchType.LAZY, and a fetch wherever it is read after its session is closed;"
                        + " or in place of fetching Order.notes @MapsId on the owning side together with optional = false on"
                        + " Order.notes, which must always exist then");
    }

    @Test
    void no_join_fetches_an_attribute_that_is_no_association() {
        Association text = new Association("com.acme.Order", "text", Association.Kind.LAZY_ATTRIBUTE, false, null);

        assertThat(fixes(at(fetch(CUSTOMER), null), at(fetch(text), null)))
                .first()
                .isEqualTo("  Fix: an entity graph with customer, text for the query at OrderService.totals"
                        + " (OrderService.java:39)");
    }

    @Test
    void fetches_each_attribute_that_fits() {
        FixLocation products = new FixLocation(null, line(12));
        Fix each = new FetchFix.FetchEach(List.of(
                new FetchFix.FetchEach.Candidate(
                        Findings.fetch(List.of(CUSTOMER), "o"), new FixLocation("Orders.findOpen", null)),
                new FetchFix.FetchEach.Candidate(Findings.fetch(List.of(PRODUCT), "l"), products)));

        assertThat(fixes(fixedBy(each)))
                .containsExactly(
                        "  Fix: for Order.customer @EntityGraph(attributePaths = \"customer\") on Orders.findOpen, for"
                                + " OrderLine.product left join fetch l.product in the query at OrderService.totals"
                                + " (OrderService.java:12)",
                        "       leaves 6 statements");
    }

    @Test
    void finds_all_entities_at_once() {
        Fix fix = new LookUpFix.FindAllById("com.acme.Order", false, List.of());

        assertThat(fixes(at(fix, "OrderRepository.findById")))
                .containsExactly(
                        "  Fix: OrderRepository.findAllById for all keys instead of OrderRepository.findById for each",
                        "       leaves 7 statements");
        assertThat(fixes(at(fix, null)))
                .first()
                .isEqualTo("  Fix: one query \"select o from Order o where o.id in :ids\" instead of one find each at"
                        + " OrderService.totals (OrderService.java:39)");
    }

    @Test
    void finds_all_entities_at_once_with_the_graph_of_each() {
        Fix fix = new LookUpFix.FindAllById("com.acme.Order", false, List.of("lines", "lines.product"));

        assertThat(fixes(at(fix, "OrderRepository.findById")))
                .containsExactly(
                        "  Fix: OrderRepository.findAllById, declared again with @EntityGraph(attributePaths ="
                                + " {\"lines\", \"lines.product\"}), for all keys instead of OrderRepository.findById for"
                                + " each",
                        "       leaves 7 statements");
        assertThat(fixes(at(fix, null)))
                .first()
                .isEqualTo("  Fix: one query \"select o from Order o where o.id in :ids\" with the same entity graph"
                        + " instead of one find each at OrderService.totals (OrderService.java:39)");
    }

    @Test
    void offers_references_where_no_more_than_the_keys_was_used() {
        Fix fix = new LookUpFix.FindAllById("com.acme.Order", true, List.of());

        assertThat(fixes(at(fix, "OrderRepository.findById")))
                .first()
                .isEqualTo(
                        "  Fix: OrderRepository.findAllById for all keys instead of OrderRepository.findById for each,"
                                + " or OrderRepository.getReferenceById if no more than the keys are needed");
        assertThat(fixes(at(fix, null)))
                .first()
                .isEqualTo("  Fix: one query \"select o from Order o where o.id in :ids\" instead of one find each at"
                        + " OrderService.totals (OrderService.java:39), or getReference(Order.class, id) if no more than"
                        + " the keys are needed");
    }

    @Test
    void finds_all_entities_by_natural_id_at_once() {
        assertThat(fixes(at(new LookUpFix.FindAllByNaturalId("com.acme.Order"), null)))
                .containsExactly(
                        "  Fix: findMultiple(Order.class, keys, KeyType.NATURAL), on Hibernate 6 byMultipleNaturalId"
                                + " with enableOrderedReturn(false), instead of one load each at OrderService.totals"
                                + " (OrderService.java:39)",
                        "       leaves 7 statements");
    }

    @Test
    void deletes_all_entities_at_once() {
        Fix fix = new LookUpFix.DeleteByIds("com.acme.Order");

        assertThat(fixes(at(fix, "OrderRepository.deleteById")))
                .containsExactly("  Fix: deleteAllByIdInBatch or deleteAllInBatch of OrderRepository instead of"
                        + " OrderRepository.deleteById; it loads nothing, does not cascade, and calls no listeners");
        assertThat(fixes(at(fix, null)))
                .containsExactly("  Fix: \"delete from Order o where o.id in :ids\" at OrderService.totals"
                        + " (OrderService.java:39); it loads nothing, does not cascade, and calls no listeners");
    }

    @Test
    void merges_what_was_loaded_together() {
        assertThat(fixes(at(new LookUpFix.LoadBeforeMerge("com.acme.Order"), null)))
                .first()
                .isEqualTo("  Fix: one query \"select o from Order o where o.id in :ids\" before the merges at"
                        + " OrderService.totals (OrderService.java:39), which then find all in the session");
        assertThat(fixes(fixedBy(new LookUpFix.TellNew("com.acme.Order"))))
                .first()
                .isEqualTo("  Fix: persist instead of merge, a @Version attribute, or Persistable.isNew, so that"
                        + " OrderRepository.findOpen need not look for entities that are new");
    }

    @Test
    void reads_again_together() {
        assertThat(fixes(at(new LookUpFix.ReadAgainTogether(), null)))
                .first()
                .isEqualTo("  Fix: one query for all keys in a cleared session instead of one refresh each at"
                        + " OrderService.totals (OrderService.java:39)");
    }

    @Test
    void locks_together() {
        assertThat(fixes(at(new LookUpFix.LockTogether("com.acme.Order"), null)))
                .first()
                .isEqualTo(
                        "  Fix: one query \"select o from Order o where o.id in :ids\" with setLockMode instead of one lock"
                                + " each at OrderService.totals (OrderService.java:39)");
    }

    @Test
    void caches_the_entities_of_a_cached_query() {
        assertThat(fixes(at(new LookUpFix.CacheEntities("com.acme.Order"), null)))
                .containsExactly("  Fix: a cache region of Order that lives as long as the cached query at"
                        + " OrderService.totals (OrderService.java:39), or no query cache there");
    }

    @Test
    void asks_for_all_keys_by_the_query_that_the_one_for_a_single_key_shows() {
        String all = "select l from OrderLine l where l.name = 'x' and l.order.id in :ids";

        assertThat(fixes(at(new LookUpFix.QueryForAllKeys(Form.ROWS, "orderline", "order_id", all), null)))
                .containsExactly(
                        "  Fix: one query \"select l from OrderLine l where l.name = '…' and l.order.id in :ids\" at"
                                + " OrderService.totals (OrderService.java:39) instead of one for each key",
                        "       leaves 7 statements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROWS       | one query with \"where order_id in (…)\" on orderline",
                "AGGREGATE  | one query with \"where order_id in (…) group by order_id\" on orderline",
                "FIRST_ROWS | one query with \"where order_id in (…)\" on orderline, with row_number() over (partition by order_id …) in place of the limit,",
                "EXISTENCE  | one query \"select distinct order_id … where order_id in (…)\" on orderline",
                "WRITE      | one statement with \"where order_id in (…)\" on orderline"
            })
    void asks_for_all_keys_by_table_and_column(Form form, String one) {
        assertThat(fixes(fixedBy(new LookUpFix.QueryForAllKeys(form, "orderline", "order_id", null))))
                .first()
                .isEqualTo("  Fix: " + one + " at OrderRepository.findOpen instead of one for each key");
    }

    @Test
    void asks_for_all_keys_of_an_unknown_column() {
        assertThat(fixes(fixedBy(new LookUpFix.QueryForAllKeys(Form.ROWS, "", "", null))))
                .first()
                .isEqualTo(
                        "  Fix: one query with \"in :keys\" at OrderRepository.findOpen instead of one for each key");
    }

    @Test
    void walks_by_levels() {
        assertThat(fixes(fixedBy(new LookUpFix.WalkByLevels())))
                .containsExactly(
                        "  Fix: one query with \"in\" for each level at OrderRepository.findOpen, or a recursive"
                                + " common table expression");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN_JDBC          | one batch at %s: addBatch and executeBatch, batchUpdate of JdbcTemplate,"
                        + " or setJdbcBatchSize(50) on a StatelessSession",
                "TRANSACTION_EACH    | one transaction around all calls at %s, and hibernate.jdbc.batch_size = 50"
                        + " (in Spring Boot below spring.jpa.properties)",
                "IDENTITY            | ids of a SEQUENCE, and hibernate.jdbc.batch_size = 50 (in Spring Boot below"
                        + " spring.jpa.properties), because Hibernate sends each insert of an IDENTITY id at once",
                "FLUSH_EACH          | one flush after the loop instead of many at %s, and"
                        + " hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)",
                "QUERY_AFTER_EACH    | all writes before or after the queries at %s, each of which flushes, and"
                        + " hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)",
                "INTERLEAVED         | hibernate.jdbc.batch_size = 50 with hibernate.order_inserts = true and"
                        + " hibernate.order_updates = true (in Spring Boot below spring.jpa.properties)",
                "INTERLEAVED_DELETES | hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties), and"
                        + " all removals of one entity before those of another, because Hibernate does not order deletes; or one \"delete … where … in\" each",
                "NO_BATCH_SIZE       | hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)"
            })
    void batches_writes(Hindrance hindrance, String sentence) {
        Finding writes = likely(FindingKind.UNBATCHED_WRITES, 2, 3, Coverage.NONE, new WriteFix.BatchWrites(hindrance));

        assertThat(fixes(writes))
                .containsExactly("  Fix: " + sentence.replace("%s", "OrderService.totals (OrderService.java:39)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESULT           | ask once at %s and keep the answer",
                "MANAGED_ENTITIES | ask once at %s and keep the entities; the session holds them, and find by identifier"
                        + " executes nothing then",
                "ABSENCE          | ask once at %s and keep that there is none; a session remembers only what exists",
                "FORGOTTEN        | no clear(), evict or second session between the loads at %s, which the first session"
                        + " would answer itself; or a second-level cache"
            })
    void asks_once(LookUpFix.AskOnce.Answer form, String sentence) {
        assertThat(fixes(likely(FindingKind.DUPLICATE, 2, 3, Coverage.NONE, new LookUpFix.AskOnce(form))))
                .containsExactly(
                        "  Fix: " + sentence.replace("%s", "OrderService.totals (OrderService.java:39)"),
                        "       leaves 9 statements");
    }

    @Test
    void counts_no_rows_for_each_page() {
        Fix fix = new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.PAGE_COUNT);

        assertThat(fixes(likely(FindingKind.DUPLICATE, 2, 3, Coverage.NONE, fix)))
                .containsExactly(
                        "  Fix: a method that returns Slice or Window in place of OrderService.totals"
                                + " (OrderService.java:39), whose Page counts all rows each time",
                        "       leaves 8 statements");
    }

    @Test
    void reads_fewer_rows() {
        assertThat(fixes(likely(
                        FindingKind.OVERSIZED_RESULT, 2, 1, new Coverage(5_000, 0), new ReadFix.ReadFewerRows())))
                .containsExactly("  Fix: a page (setMaxResults, Pageable), a condition, a projection or an aggregate"
                        + " in OrderService.totals (OrderService.java:39), so that fewer rows are read");
    }

    @Test
    void fetches_one_of_several_collections() {
        assertThat(fixes(likely(
                        FindingKind.CARTESIAN_PRODUCT,
                        2,
                        1,
                        Coverage.NONE,
                        new ReadFix.FetchApart(List.of(LINES, NOTES)))))
                .containsExactly("  Fix: fetch only Order.lines in OrderService.totals (OrderService.java:39), and"
                        + " Order.notes by a second query or @BatchSize(size = 50)");
    }

    @Test
    void pages_in_the_database() {
        assertThat(fixes(likely(
                        FindingKind.IN_MEMORY_PAGINATION,
                        2,
                        1,
                        Coverage.NONE,
                        new ReadFix.PageInDatabase(List.of(LINES)))))
                .containsExactly(
                        "  Fix: two queries in OrderService.totals (OrderService.java:39): a page of ids without"
                                + " Order.lines, then the entities \"where id in :ids\" with it; or @BatchSize(size = 50) on"
                                + " Order.lines instead of fetching it");
        assertThat(fixes(likely(
                        FindingKind.IN_MEMORY_PAGINATION, 2, 1, Coverage.NONE, new ReadFix.PageInDatabase(List.of()))))
                .containsExactly("  Fix: let the database page in OrderService.totals (OrderService.java:39):"
                        + " no hint to apply the limit in memory");
    }

    @Test
    void reads_fewer_columns() {
        assertThat(fixes(likely(
                        FindingKind.WIDE_READ,
                        2,
                        1,
                        Coverage.NONE,
                        new ReadFix.ReadFewerColumns("com.acme.Order", true))))
                .containsExactly("  Fix: a projection in OrderService.totals (OrderService.java:39) (a record or an"
                        + " interface) of the columns of Order that are used, or @Basic(fetch = FetchType.LAZY) on the"
                        + " large objects with bytecode enhancement");
        assertThat(fixes(likely(
                        FindingKind.WIDE_READ,
                        2,
                        1,
                        Coverage.NONE,
                        new ReadFix.ReadFewerColumns("com.acme.Order", false))))
                .containsExactly("  Fix: a projection in OrderService.totals (OrderService.java:39) (a record or an"
                        + " interface) of the columns of Order that are used");
    }

    @Test
    void nothing_to_change_is_no_fix() {
        assertThat(fixes(fixedBy(new Fix.None()))).isEmpty();
    }

    @Test
    void a_finding_for_reports_only_is_no_fix_but_worth_knowing() {
        Finding info = new Finding(
                "1a2b3c4d",
                FindingKind.BATCHED,
                Verdict.INFO,
                List.of(LINES),
                List.of(2L),
                1,
                Coverage.NONE,
                null,
                null,
                new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT),
                null);

        assertThat(fixes(info, fixedBy(new LookUpFix.LockTogether("com.acme.Order"))))
                .last()
                .isEqualTo("  Info: ask once at the query that ran before and keep the answer");
        assertThat(fixes(info)).hasSize(1);
    }
}
