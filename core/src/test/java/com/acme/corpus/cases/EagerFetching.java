package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.desk.Crew;
import com.acme.desk.Login;
import com.acme.desk.Task;
import com.acme.desk.Team;
import com.acme.desk.Ticket;
import com.acme.desk.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Selects that Hibernate issues by itself while it reads a result. */
public final class EagerFetching {

    @Case(kind = POSITIVE, statements = 5)
    int eager_to_one(Session session) {
        // fix: left join fetch t.assignee in the query at EagerFetching.eager_to_one, with the alias t for Ticket; or,
        // if nothing here reads Ticket.assignee, fetch = FetchType.LAZY, and a fetch wherever it is read after its
        // session is closed
        // fix: leaves 1 statement
        return session.createQuery("from Ticket", Ticket.class).getResultList().size(); // N+1: Ticket.assignee
    }

    @Case(kind = POSITIVE, statements = 5)
    int eager_to_one_of_a_streamed_result(Session session) {
        List<String> names = new ArrayList<>();
        try (Stream<Ticket> tickets =
                session.createQuery("from Ticket", Ticket.class).getResultStream()) {
            tickets.forEach(ticket -> names.add(ticket.getName())); // N+1: Ticket.assignee
        }
        return names.size();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "eager_to_one")
    int eager_to_one_join_fetched(Session session) {
        return list(session, "from Ticket t join fetch t.assignee", Ticket.class)
                .size();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "eager_to_one")
    String eager_to_one_made_lazy_and_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Task task : list(session, "from Task t join fetch t.assignee", Task.class)) {
            names.append(task.getAssignee().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 4)
    int eager_collection(Session session) {
        return session.createQuery("from Team", Team.class).getResultList().size(); // N+1: Team.members
    }

    @Case(kind = REMEDY, statements = 1)
    int eager_collection_join_fetched(Session session) {
        return list(session, "from Team t left join fetch t.members", Team.class)
                .size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int inverse_one_to_one(Session session) {
        // fix: left join fetch l.settings in the query at EagerFetching.inverse_one_to_one, with the alias l for Login;
        // or @MapsId on the owning side together with optional = false on Login.settings, which must always exist then
        // fix: leaves 1 statement
        return session.createQuery("from Login", Login.class).getResultList().size(); // N+1: Login.settings
    }

    @Case(kind = REMEDY, statements = 1, repairs = "inverse_one_to_one")
    int inverse_one_to_one_join_fetched(Session session) {
        return list(session, "from Login l left join fetch l.settings", Login.class)
                .size();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "inverse_one_to_one")
    int inverse_one_to_one_that_shares_the_key_and_always_exists(Session session) {
        return all(session, Visitor.class).size();
    }

    /** The crew comes with its three sailors by one statement, and then one statement per sailor follows. */
    @Case(kind = POSITIVE, statements = 4)
    int one_find_that_walks_an_eager_graph(Session session) {
        Crew crew = session.find(Crew.class, 1L); // N+1: Sailor.badges
        return crew.getSailors().size();
    }

    @Case(kind = REMEDY, statements = 1)
    int one_query_that_fetches_the_eager_graph(Session session) {
        String query = "from Crew c join fetch c.sailors s left join fetch s.badges where c.id = 1";
        return list(session, query, Crew.class).size();
    }
}
