package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.delivery.Parcel;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;

/** The same N+1 in the forms in which applications write loops. */
public final class LoopForms {

    @Case(kind = POSITIVE, statements = 11)
    long for_each_with_a_lambda(Session session) {
        LongAdder lines = new LongAdder();
        all(session, Order.class).forEach(order -> {
            lines.add(order.getLines().size()); // N+1: Order.lines
        });
        return lines.sum();
    }

    @Case(kind = POSITIVE, statements = 11)
    int stream_of_a_list(Session session) {
        List<Order> orders = all(session, Order.class);
        return orders.stream().mapToInt(order -> order.getLines().size()).sum(); // N+1: Order.lines
    }

    @Case(kind = POSITIVE, statements = 11)
    int stream_of_a_query(Session session) {
        // fix: left join fetch o.lines in the query at LoopForms.stream_of_a_query, with the alias o for Order
        // fix: leaves 1 statement
        try (Stream<Order> orders =
                session.createQuery("from Order", Order.class).getResultStream()) {
            return orders.mapToInt(order -> order.getLines().size()).sum(); // N+1: Order.lines
        }
    }

    @Case(kind = REMEDY, statements = 1, repairs = "stream_of_a_query")
    int stream_of_a_query_that_fetches(Session session) {
        String query = "from Order o left join fetch o.lines";
        try (Stream<Order> orders = session.createQuery(query, Order.class).getResultStream()) {
            return orders.mapToInt(order -> order.getLines().size()).sum();
        }
    }

    @Case(kind = POSITIVE, statements = 11)
    int scrolled_result(Session session) {
        int lines = 0;
        try (ScrollableResults<Order> orders =
                session.createQuery("from Order", Order.class).scroll(ScrollMode.FORWARD_ONLY)) {
            while (orders.next()) {
                lines += orders.get().getLines().size(); // N+1: Order.lines
            }
        }
        return lines;
    }

    /** The session holds one order when its lines are read, so that a batch has one owner. */
    @Case(kind = POSITIVE, statements = 11, settings = "hibernate.default_batch_fetch_size=50")
    int stream_of_native_sql(Session session) {
        // fix: all owners read into a list at LoopForms.stream_of_native_sql before Order.lines of the first, so that
        // the batch size of Order.lines applies
        // fix: leaves 2 statements
        try (Stream<Order> orders = session.createNativeQuery("select * from orders order by id", Order.class)
                .getResultStream()) {
            return orders.mapToInt(order -> order.getLines().size()).sum(); // N+1: Order.lines
        }
    }

    @Case(
            kind = REMEDY,
            statements = 2,
            repairs = "stream_of_native_sql",
            settings = "hibernate.default_batch_fetch_size=50")
    int list_of_native_sql(Session session) {
        var query = session.createNativeQuery("select * from orders order by id", Order.class);
        return query.getResultList().stream()
                .mapToInt(order -> order.getLines().size())
                .sum();
    }

    @Case(kind = POSITIVE, statements = 11, settings = "hibernate.default_batch_fetch_size=50")
    int scrolled_result_with_a_second_collection(Session session) {
        // fix: all owners read into a list at LoopForms.scrolled_result_with_a_second_collection before Order.notes of
        // the first, so that the batch size of Order.notes applies
        // fix: leaves 2 statements
        int parts = 0;
        String query = "from Order o left join fetch o.lines order by o.id";
        try (ScrollableResults<Order> orders =
                session.createQuery(query, Order.class).scroll(ScrollMode.FORWARD_ONLY)) {
            while (orders.next()) {
                parts += orders.get().getLines().size();
                parts += orders.get().getNotes().size(); // N+1: Order.notes
            }
        }
        return parts;
    }

    @Case(
            kind = REMEDY,
            statements = 2,
            repairs = "scrolled_result_with_a_second_collection",
            settings = "hibernate.default_batch_fetch_size=50")
    int list_with_a_second_collection(Session session) {
        int parts = 0;
        for (Order order : list(session, "from Order o left join fetch o.lines order by o.id", Order.class)) {
            parts += order.getLines().size() + order.getNotes().size();
        }
        return parts;
    }

    /** Kept until the result is read, although the stream is still open: a batch finds all owners. */
    @Case(kind = REMEDY, statements = 2, settings = "hibernate.default_batch_fetch_size=50")
    int stream_of_native_sql_into_a_list(Session session) {
        try (Stream<Order> orders = session.createNativeQuery("select * from orders order by id", Order.class)
                .getResultStream()) {
            return orders.toList().stream()
                    .mapToInt(order -> order.getLines().size())
                    .sum();
        }
    }

    @Case(kind = POSITIVE, statements = 11)
    int indexed_loop(Session session) {
        List<Order> orders = all(session, Order.class);
        int lines = 0;
        for (int i = 0; i < orders.size(); i++) {
            lines += orders.get(i).getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 7)
    String formatter_called_per_row(Session session) {
        StringBuilder text = new StringBuilder();
        for (OrderLine line : list(session, "from OrderLine l where l.order.id <= 2", OrderLine.class)) {
            text.append(LineFormatter.format(line));
        }
        return text.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String formatter_called_per_fetched_row(Session session) {
        StringBuilder text = new StringBuilder();
        for (OrderLine line :
                list(session, "from OrderLine l join fetch l.product where l.order.id <= 2", OrderLine.class)) {
            text.append(LineFormatter.format(line));
        }
        return text.toString();
    }

    /** Turns lines into text; it knows nothing of queries. */
    private static final class LineFormatter {
        static String format(OrderLine line) {
            String name = line.getProduct().getName(); // N+1: OrderLine.product for formatter_called_per_row
            return line.getQuantity() + " x " + name;
        }
    }

    @Case(kind = POSITIVE, statements = 11)
    int loop_across_two_methods(Session session) {
        int lines = 0;
        for (Order order : all(session, Order.class)) {
            lines += lineCount(order);
        }
        return lines;
    }

    private static int lineCount(Order order) {
        return order.getLines().size(); // N+1: Order.lines for loop_across_two_methods
    }

    @Case(kind = POSITIVE, statements = 12)
    int one_method_in_two_loops(Session session) {
        int lines = 0;
        for (Order order : openOrders(session)) {
            lines += notedLineCount(order);
        }
        for (Order order : list(session, "from Order o where o.status = 'PAID'", Order.class)) {
            lines -= notedLineCount(order);
        }
        return lines;
    }

    private static int notedLineCount(Order order) {
        return order.getLines().size(); // N+1: Order.lines and Order.lines for one_method_in_two_loops
    }

    /** JDK 17 gives a reflective call other frames after sixteen calls. */
    @Case(kind = POSITIVE, statements = 41)
    int reflective_call_per_row(Session session) throws ReflectiveOperationException {
        Method mapper = LoopForms.class.getDeclaredMethod("scanCount", Parcel.class);
        int scans = 0;
        for (Parcel parcel : list(session, "from Parcel p where p.id <= 40", Parcel.class)) {
            scans += (Integer) mapper.invoke(null, parcel);
        }
        return scans;
    }

    static int scanCount(Parcel parcel) {
        return parcel.getScans().size(); // N+1: Parcel.scans for reflective_call_per_row
    }

    @Case(kind = REMEDY, statements = 2)
    int counts_of_all_rows_by_one_query(Session session) {
        Map<Long, Long> counts = new HashMap<>();
        session.createQuery("select l.order.id, count(l) from OrderLine l group by l.order.id", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        int lines = 0;
        for (Order order : all(session, Order.class)) {
            lines += counts.get(order.getId()).intValue();
        }
        return lines;
    }
}
