package io.querybudget;

import static io.querybudget.Limits.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.payment.CardPayment;
import com.acme.payment.Payment;
import com.acme.shop.Order;
import io.querybudget.ExecutedStatement.Execution;
import io.querybudget.ExecutedStatement.Tables;
import io.querybudget.ExecutedStatement.Transaction;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTests {

    private static final Mapping MAPPING = new Mapping(
            Set.of(
                    new MappedEntity(
                            Order.class.getName(),
                            "Order",
                            Set.of(Order.class.getName()),
                            Set.of("orders"),
                            Set.of("com.acme.Order.lines"),
                            Set.of()),
                    new MappedEntity(
                            Payment.class.getName(),
                            "Payment",
                            Set.of(Payment.class.getName()),
                            Set.of("payment"),
                            Set.of(),
                            Set.of()),
                    new MappedEntity(
                            CardPayment.class.getName(),
                            "CardPayment",
                            Set.of(CardPayment.class.getName(), Payment.class.getName()),
                            Set.of("card_payment"),
                            Set.of(),
                            Set.of())),
            Map.of());

    private static final Transaction FIRST = new Transaction(1, 1, 0, false);
    private static final Transaction SECOND = new Transaction(1, 2, 0, false);
    private static final Transaction AUTO_COMMIT = new Transaction(2, 3, 0, true);

    private static long measured(Limits limit, ExecutedStatement... statements) {
        return measured(limit, Map.of(), statements);
    }

    private static long measured(Limits limit, Map<Load, Integer> loads, ExecutedStatement... statements) {
        Map<StatementKind, Integer> counts = new EnumMap<>(StatementKind.class);
        List.of(statements).forEach(statement -> counts.merge(statement.kind(), 1, Integer::sum));
        Recording recording = new Recording(
                "OrderTests",
                List.of(statements),
                counts,
                List.of(),
                0,
                Set.of(),
                List.of(),
                List.of(),
                loads,
                SessionWork.NOTHING,
                MAPPING);
        return limit.numbers().keySet().iterator().next().of(recording);
    }

    private static ExecutedStatement statement(
            long id, StatementKind kind, @Nullable String written, String... tables) {
        return statement(id, kind, new Tables(Set.of(tables), written), FIRST, "main", 1, 0);
    }

    private static ExecutedStatement statement(
            long id,
            StatementKind kind,
            Tables tables,
            Transaction transaction,
            String dataSource,
            int batch,
            long rows) {
        ExecutedStatement plain = Recordings.statement(id, kind, "", rows);
        return new ExecutedStatement(
                id,
                kind,
                "",
                "",
                tables,
                rows,
                false,
                new Execution(batch, 1, dataSource, transaction, "main", false, false, false, false, false),
                plain.cause(),
                plain.callPath(),
                null,
                plain.provenance(),
                plain.materialised());
    }

    @Test
    void counts_the_statements_of_each_kind() {
        ExecutedStatement[] oneOfEach = Arrays.stream(StatementKind.values())
                .map(kind -> statement(1, kind, null))
                .toArray(ExecutedStatement[]::new);

        assertThat(measured(limits().statements(0), oneOfEach)).isEqualTo(7);
        for (Limits each : List.of(
                limits().selects(0),
                limits().inserts(0),
                limits().updates(0),
                limits().deletes(0),
                limits().merges(0),
                limits().calls(0),
                limits().others(0),
                limits().definitions(0),
                limits().sessionControls(0))) {
            assertThat(measured(each, oneOfEach)).isEqualTo(1);
        }
    }

    @Test
    void counts_the_statements_against_a_table_in_whichever_case_and_schema() {
        ExecutedStatement join = statement(1, StatementKind.SELECT, null, "orders", "customer");
        ExecutedStatement quoted = statement(2, StatementKind.SELECT, null, "Orders");
        ExecutedStatement other = statement(3, StatementKind.SELECT, null, "customer");

        assertThat(measured(limits().selectsFrom("shop.ORDERS", 0), join, quoted, other))
                .isEqualTo(2);
        assertThat(measured(limits().selectsFrom("invoice", 0), join, quoted, other))
                .isZero();
    }

    @Test
    void a_write_is_about_the_table_that_it_writes() {
        ExecutedStatement archive = statement(1, StatementKind.INSERT, "archive", "archive", "orders");

        assertThat(measured(limits().insertsInto("orders", 0), archive)).isZero();
        assertThat(measured(limits().insertsInto("archive", 0), archive)).isEqualTo(1);
        assertThat(measured(limits().statementsAbout("orders", 0), archive)).isEqualTo(1);
    }

    @Test
    void an_entity_stands_for_its_tables_and_those_of_its_subtypes() {
        ExecutedStatement payments = statement(1, StatementKind.SELECT, null, "payment");
        ExecutedStatement card = statement(2, StatementKind.UPDATE, "card_payment", "card_payment");

        assertThat(measured(limits().statementsAbout(Payment.class, 0), payments, card))
                .isEqualTo(2);
        assertThat(measured(limits().selectsFrom(CardPayment.class, 0), payments, card))
                .isZero();
        assertThat(measured(limits().updatesOf(Payment.class, 0), payments, card))
                .isEqualTo(1);
        assertThat(measured(limits().deletesFrom(Payment.class, 0), payments, card))
                .isZero();
    }

    @Test
    void a_type_that_is_not_mapped_is_refused_with_the_types_that_are() {
        assertThatThrownBy(() -> measured(limits().selectsFrom(String.class, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no mapped entity is of type java.lang.String; known are com.acme.payment.CardPayment,"
                        + " com.acme.payment.Payment, com.acme.shop.Order");
        assertThatThrownBy(() -> measured(limits().loaded("Order.other", 0)))
                .hasMessage("no mapped collection has the role Order.other; known are com.acme.Order.lines");
    }

    @Test
    void counts_rows_and_batches() {
        ExecutedStatement seven = statement(1, StatementKind.SELECT, Tables.NONE, FIRST, "main", 1, 7);
        ExecutedStatement five = statement(2, StatementKind.SELECT, Tables.NONE, FIRST, "main", 1, 5);
        ExecutedStatement batch = statement(3, StatementKind.INSERT, Tables.NONE, FIRST, "main", 30, 0);

        assertThat(measured(limits().rows(0), seven, five)).isEqualTo(7);
        assertThat(measured(limits().rows(0))).isZero();
        assertThat(measured(limits().totalRows(0), seven, five)).isEqualTo(12);
        assertThat(measured(limits().batchSize(0), seven, batch)).isEqualTo(30);
        assertThat(measured(limits().batchSize(0))).isZero();
    }

    @Test
    void counts_transactions_and_connections_that_statements_used() {
        ExecutedStatement one = statement(1, StatementKind.SELECT, Tables.NONE, FIRST, "main", 1, 0);
        ExecutedStatement same = statement(2, StatementKind.SELECT, Tables.NONE, FIRST, "main", 1, 0);
        ExecutedStatement next = statement(3, StatementKind.SELECT, Tables.NONE, SECOND, "main", 1, 0);
        ExecutedStatement auto = statement(4, StatementKind.SELECT, Tables.NONE, AUTO_COMMIT, "main", 1, 0);
        ExecutedStatement again = statement(5, StatementKind.SELECT, Tables.NONE, AUTO_COMMIT, "main", 1, 0);

        assertThat(measured(limits().transactions(0), one, same, next)).isEqualTo(2);
        assertThat(measured(limits().transactions(0), auto, again)).isEqualTo(2);
        assertThat(measured(limits().connections(0), one, same, next, auto, again))
                .isEqualTo(2);
    }

    @Test
    void counts_on_one_data_source() {
        ExecutedStatement main = statement(1, StatementKind.SELECT, Tables.NONE, FIRST, "main", 1, 9);
        ExecutedStatement reporting = statement(2, StatementKind.SELECT, Tables.NONE, AUTO_COMMIT, "reporting", 1, 4);

        assertThat(measured(limits().on("reporting", limits().statements(0)), main, reporting))
                .isEqualTo(1);
        assertThat(measured(limits().on("reporting", limits().rows(0)), main, reporting))
                .isEqualTo(4);
        assertThat(measured(limits().on("reporting", limits().connections(0)), main, reporting))
                .isEqualTo(1);
    }

    @Test
    void counts_loads_by_type_and_by_role() {
        Map<Load, Integer> loads = Map.of(
                new Load(Load.Kind.LOADED, Order.class.getName(), ""), 3,
                new Load(Load.Kind.LOADED, CardPayment.class.getName(), ""), 2,
                new Load(Load.Kind.LOADED, "com.acme.Order", "lines"), 4,
                new Load(Load.Kind.CACHE_HIT, Order.class.getName(), ""), 5,
                new Load(Load.Kind.CACHE_MISS, Order.class.getName(), ""), 6);

        assertThat(measured(limits().loaded(Order.class, 0), loads)).isEqualTo(3);
        assertThat(measured(limits().loaded(Payment.class, 0), loads)).isEqualTo(2);
        assertThat(measured(limits().loaded("Order.lines", 0), loads)).isEqualTo(4);
        assertThat(measured(limits().loaded("com.acme.Order.lines", 0), loads)).isEqualTo(4);
        assertThat(measured(limits().cacheHits(0), loads)).isEqualTo(5);
        assertThat(measured(limits().cacheMisses(0), loads)).isEqualTo(6);
    }
}
