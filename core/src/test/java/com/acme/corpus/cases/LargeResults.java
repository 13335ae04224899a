package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.delivery.Parcel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Five thousand parcels: read in full, in part, or not at all. */
public final class LargeResults {

    @Case(kind = POSITIVE, statements = 1)
    int all_entities(Session session) {
        return session.createQuery("from Parcel", Parcel.class)
                .getResultList() // oversized result likely: table Parcel
                .size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int all_names(Session session) {
        String query = "select p.name from Parcel p";
        return session.createQuery(query, String.class).getResultList().size(); // oversized result likely: table Parcel
    }

    @Case(kind = POSITIVE, statements = 1)
    int all_entities_of_a_stateless_session(StatelessSession session) {
        return session.createQuery("from Parcel", Parcel.class)
                .getResultList() // oversized result likely: table Parcel
                .size();
    }

    @Case(kind = POSITIVE, statements = 1)
    long stream_to_its_end(Session session) {
        try (Stream<Parcel> parcels = session.createQuery("from Parcel", Parcel.class)
                .getResultStream()) { // oversized result likely: table Parcel
            return parcels.filter(parcel -> parcel.getName().endsWith("7")).count();
        }
    }

    @Case(kind = POSITIVE, statements = 1)
    int all_rows_over_jdbc(Connection connection) throws SQLException {
        int read = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select id from Parcel")) { // oversized result likely: table Parcel
            while (rows.next()) {
                read++;
            }
        }
        return read;
    }

    @Case(kind = POSITIVE, statements = 1)
    int a_page_of_two_thousand(Session session) {
        return session.createQuery("from Parcel p order by p.id", Parcel.class)
                .setMaxResults(2_000)
                .getResultList() // oversized result likely: table Parcel
                .size();
    }

    @Case(kind = REMEDY, statements = 1)
    long parcels_counted(Session session) {
        return list(session, "select count(p) from Parcel p", Long.class).get(0);
    }

    @Case(kind = REMEDY, statements = 1)
    int page_of_parcels(Session session) {
        return session.createQuery("from Parcel p order by p.id", Parcel.class)
                .setMaxResults(50)
                .getResultList()
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long stream_that_stops_early(Session session) {
        try (Stream<Parcel> parcels =
                session.createQuery("from Parcel", Parcel.class).getResultStream()) {
            return parcels.limit(10).count();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int scroll_that_stops_early(Session session) {
        int read = 0;
        try (ScrollableResults<Parcel> rows =
                session.createQuery("from Parcel", Parcel.class).scroll(ScrollMode.FORWARD_ONLY)) {
            while (read < 10 && rows.next()) {
                read++;
            }
        }
        return read;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int first_rows_over_jdbc(Connection connection) throws SQLException {
        int read = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from Parcel")) {
            while (read < 100 && rows.next()) {
                read++;
            }
        }
        return read;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int exactly_a_thousand(Session session) {
        return list(session, "from Parcel p where p.id <= 1000", Parcel.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    int chunks_of_a_thousand(Session session) {
        int read = 0;
        List<Parcel> chunk;
        do {
            chunk = session.createQuery("from Parcel p order by p.id", Parcel.class)
                    .setFirstResult(read)
                    .setMaxResults(1_000)
                    .getResultList();
            read += chunk.size();
            session.clear();
        } while (!chunk.isEmpty());
        return read;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int changed_without_reading(Session session) {
        return session.createMutationQuery("update Parcel p set p.name = 'sent'")
                .executeUpdate();
    }
}
