package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.shop.Note;
import com.acme.shop.Order;
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
}
