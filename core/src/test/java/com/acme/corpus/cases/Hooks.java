package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Named;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostLoad;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Code of entities that Java or Hibernate calls: hash codes, texts, listeners and converters. */
public final class Hooks {

    private static SessionFactory lookups;

    @Case(kind = POSITIVE, statements = 5)
    int hash_code_of_a_reference(Session session) {
        Set<Clerk> clerks = new HashSet<>(all(session, Clerk.class));
        return clerks.size();
    }

    @Case(kind = REMEDY, statements = 1)
    int hash_code_of_a_fetched_reference(Session session) {
        Set<Clerk> clerks = new HashSet<>(list(session, "from Clerk c join fetch c.room", Clerk.class));
        return clerks.size();
    }

    @Case(kind = POSITIVE, statements = 5)
    String text_of_a_list(Session session) {
        List<Vote> votes = all(session, Vote.class);
        return "votes: " + votes;
    }

    @Case(kind = POSITIVE, statements = 5)
    long listener_that_queries(Session session, SessionFactory factory) {
        lookups = factory;
        try {
            return all(session, Poll.class).stream().mapToLong(Poll::getVotes).sum();
        } finally {
            lookups = null;
        }
    }

    @Case(kind = POSITIVE, statements = 5)
    int converter_that_queries(Session session, SessionFactory factory) {
        lookups = factory;
        try {
            return all(session, Parking.class).size();
        } finally {
            lookups = null;
        }
    }

    /** Three of four polls, whose ids no counter from one yields, and a foreign key ties the votes to them. */
    @Case(kind = POSITIVE, statements = 4)
    long votes_of_some_polls(Session session) {
        long votes = 0;
        for (Poll poll : all(session, Poll.class)) {
            if (!poll.getName().endsWith("32")) {
                votes += countBy(session, "Vote", "poll.id", poll.getId()).getSingleResult(); // N+1 likely: Vote.poll
            }
        }
        return votes;
    }

    @Entity(name = "Room")
    public static class Room extends Named {}

    @Entity(name = "Clerk")
    public static class Clerk extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Room room;

        @Override
        public boolean equals(Object other) {
            return other instanceof Clerk that && room.getName().equals(that.room.getName());
        }

        @Override
        public int hashCode() {
            return room.getName().hashCode(); // N+1: Clerk.room for hash_code_of_a_reference
        }
    }

    @Entity(name = "Poll")
    public static class Poll extends Named {
        private transient long votes;

        public long getVotes() {
            return votes;
        }

        @PostLoad
        void countVotes() {
            if (lookups == null) {
                return;
            }
            try (Session session = lookups.openSession()) {
                var query = session.createQuery("select count(v) from Vote v where v.poll.id = :id", Long.class);
                votes = query.setParameter("id", getId())
                        .getSingleResult(); // N+1: table Vote for listener_that_queries
            }
        }
    }

    @Entity(name = "Vote")
    public static class Vote extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Poll poll;

        @Override
        public String toString() {
            String subject = poll.getName(); // N+1: Vote.poll for text_of_a_list
            return getName() + " about " + subject;
        }
    }

    @Entity(name = "Spot")
    public static class Spot {
        @Id
        private String code;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Parking")
    public static class Parking extends Named {
        @Convert(converter = SpotNames.class)
        private String spot;

        public String getSpot() {
            return spot;
        }
    }

    public static class SpotNames implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String name) {
            return name;
        }

        @Override
        public String convertToEntityAttribute(String code) {
            if (lookups == null) {
                return code;
            }
            try (Session session = lookups.openSession()) {
                var query = session.createNativeQuery("select name from Spot where code = :code", String.class);
                return query.setParameter("code", code).getSingleResult(); // N+1: table Spot for converter_that_queries
            }
        }
    }
}
