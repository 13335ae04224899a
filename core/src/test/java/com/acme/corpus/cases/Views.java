package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;

import com.acme.corpus.Case;
import com.acme.shop.Order;
import com.acme.tuned.Basket;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Hibernate;
import org.hibernate.Session;

/** What a controller answers with, written as JSON while the session is open. */
public final class Views {

    /** An answer whose value is read when the serializer asks. */
    public static final class Answer {

        private final Supplier<Object> value;

        Answer(Supplier<Object> value) {
            this.value = value;
        }

        /** Called by the serializer. */
        public Object getValue() {
            return value.get();
        }
    }

    private static String write(Supplier<Object> value) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        return json.writeValueAsString(new Answer(value)); // sql in view likely: Order.remarks for remarks
    }

    private static Order order(Session session) {
        return session.find(Order.class, 1L);
    }

    @Case(kind = POSITIVE, statements = 2)
    String lines_that_the_view_counts(Session session) throws JsonProcessingException {
        Order order = order(session);
        return write(() -> order.getLines().size()); // sql in view likely: Order.lines
    }

    @Case(kind = POSITIVE, statements = 2)
    String remarks(Session session) throws JsonProcessingException {
        Order order = order(session);
        return write(order::getRemarks);
    }

    @Case(kind = POSITIVE, statements = 2)
    String customer_behind_a_proxy(Session session) throws JsonProcessingException {
        Order order = order(session);
        return write(() -> order.getCustomer().getName()); // sql in view likely: Order.customer
    }

    @Case(kind = POSITIVE, statements = 2)
    String baskets_fetched_in_batches(Session session) throws JsonProcessingException {
        List<Basket> baskets = Queries.all(session, Basket.class).subList(0, 2);
        return write(() -> baskets.stream()
                .map(basket -> basket.getItems().size()) // sql in view likely: Basket.items
                .toList());
    }

    @Case(kind = POSITIVE, statements = 2)
    String query_in_a_getter(Session session) throws JsonProcessingException {
        order(session);
        return write(() -> session.createQuery("select count(l) from OrderLine l", Long.class)
                .getSingleResult()); // sql in view likely: table OrderLine
    }

    @Case(kind = REMEDY, statements = 1)
    String lines_fetched_for_the_view(Session session) throws JsonProcessingException {
        Order order = Queries.list(session, "from Order o left join fetch o.lines where o.id = 1", Order.class)
                .get(0);
        return write(() -> order.getLines().size());
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    String lines_initialized_by_the_service(Session session) throws JsonProcessingException {
        Order order = order(session);
        Hibernate.initialize(order.getLines());
        return write(() -> order.getLines().size());
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    String lines_counted_by_the_service(Session session) throws JsonProcessingException {
        int lines = order(session).getLines().size();
        return write(() -> lines);
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    String lines_read_after_the_view(Session session) throws JsonProcessingException {
        return write(() -> "nothing") + order(session).getName();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    String text_that_no_view_makes(Session session) {
        Order order = order(session);
        return "{\"lines\":" + order.getLines().size() + "}";
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    String answer_read_back(Session session) throws JsonProcessingException {
        Order order = order(session);
        int sent = new ObjectMapper().readTree(write(() -> 3)).get("value").asInt();
        return sent + " of " + order.getLines().size();
    }

    @Case(kind = POSITIVE, statements = 11)
    String loop_of_a_view(Session session) throws JsonProcessingException {
        List<Order> orders = Queries.all(session, Order.class);
        return write(() -> orders.stream()
                .map(order -> order.getLines().size()) // N+1: Order.lines
                .toList());
    }
}
