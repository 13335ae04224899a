package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.shop.Note;
import com.acme.shop.Order;
import com.acme.shop.Product;
import com.acme.tuned.Event;
import com.acme.tuned.Visit;
import org.hibernate.Session;

/** Writes, which are no N+1 of reads. */
public final class Writes {

    @Case(kind = LOOK_ALIKE, statements = 6)
    long sequence_call_per_insert(Session session) {
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            Event event = new Event("event " + i);
            session.persist(event);
            sum += event.getId();
        }
        session.flush();
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    long identity_inserts(Session session) {
        // fix: ids of a SEQUENCE, and hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties),
        // because Hibernate sends each insert of an IDENTITY id at once
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            Visit visit = new Visit("page " + i);
            session.persist(visit);
            sum += visit.getId();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    void insert_per_row_of_a_result(Session session) {
        // fix: hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)
        for (Order order : openOrders(session)) {
            session.persist(new Note(700 + order.getId(), "checked", order));
        }
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 2, settings = "hibernate.jdbc.batch_size=20")
    void batched_insert_per_row_of_a_result(Session session) {
        for (Order order : openOrders(session)) {
            session.persist(new Note(700 + order.getId(), "checked", order));
        }
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    void updates_by_flush(Session session) {
        for (Order order : openOrders(session)) {
            order.setStatus("SENT");
        }
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    int update_query_per_row(Session session) {
        // fix: one statement "update Order o set o.status = '…' where o.id in :ids" at Writes.update_query_per_row
        // instead of one for each key
        // fix: leaves 2 statements
        int updated = 0;
        for (Order order : openOrders(session)) {
            updated += session.createMutationQuery("update Order o set o.status = 'SENT' where o.id = :id")
                    .setParameter("id", order.getId())
                    .executeUpdate();
        }
        return updated;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    void deletes_by_flush(Session session) {
        for (Note note : list(session, "from Note n where n.id <= 3", Note.class)) {
            session.remove(note);
        }
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    int delete_query_per_row(Session session) {
        int deleted = 0;
        for (Order order : openOrders(session)) {
            deleted += session.createMutationQuery("delete from Note n where n.order.id = :order")
                    .setParameter("order", order.getId())
                    .executeUpdate();
        }
        return deleted;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "update_query_per_row")
    int update_query_for_all_rows(Session session) {
        return session.createMutationQuery("update Order o set o.status = 'SENT' where o.id in :ids")
                .setParameter(
                        "ids", openOrders(session).stream().map(Order::getId).toList())
                .executeUpdate();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    void flush_per_row(Session session) {
        // fix: one flush after the loop instead of many at Writes.flush_per_row, and hibernate.jdbc.batch_size = 50
        // (in Spring Boot below spring.jpa.properties)
        for (Order order : openOrders(session)) {
            order.setStatus("SENT");
            session.flush();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    void inserts_of_two_entities_in_turn(Session session) {
        // fix: hibernate.jdbc.batch_size = 50 with hibernate.order_inserts = true and hibernate.order_updates = true
        // (in Spring Boot below spring.jpa.properties)
        for (long id = 901; id <= 903; id++) {
            session.persist(new Product(id, "Product " + id, "NEW-" + id));
            session.persist(new Note(id, "checked", null));
        }
        session.flush();
    }

    @Case(
            kind = LOOK_ALIKE,
            statements = 2,
            settings = {"hibernate.jdbc.batch_size=50", "hibernate.order_inserts=true"})
    void inserts_of_two_entities_in_order(Session session) {
        inserts_of_two_entities_in_turn(session);
    }

    @Case(kind = POSITIVE, statements = 5)
    void find_before_each_delete(Session session) {
        // fix: "delete from Note n where n.id in :ids" at Writes.find_before_each_delete; it loads nothing, does not
        // cascade, and calls no listeners
        for (Long id : list(session, "select n.id from Note n where n.id <= 2 order by n.id", Long.class)) {
            session.remove(session.find(Note.class, id)); // N+1: table Note
        }
        session.flush();
    }
}
