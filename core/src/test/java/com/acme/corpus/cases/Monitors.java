package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.hibernate.Session;

/** Beds with monitors, which the corpus runs with entities whose bytecode Hibernate enhanced. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Monitors {

    /** Only enhanced entities leave the inverse side for later. */
    @Case(kind = POSITIVE, statements = 5)
    int enhanced_inverse_side(Session session) {
        // fix: left join fetch e.monitor in the query at Queries.all
        // fix: leaves 1 statement
        int letters = 0;
        for (Bed bed : all(session, Bed.class)) {
            letters += bed.getMonitor().getModel().length(); // N+1: Bed.monitor
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "enhanced_inverse_side")
    int fetched_enhanced_inverse_side(Session session) {
        int letters = 0;
        for (Bed bed : list(session, "from Bed e left join fetch e.monitor order by e.id", Bed.class)) {
            letters += bed.getMonitor().getModel().length();
        }
        return letters;
    }

    @Entity(name = "Bed")
    public static class Bed {
        @Id
        private Integer id;

        @OneToOne(mappedBy = "bed", fetch = FetchType.LAZY)
        private Monitor monitor;

        public Monitor getMonitor() {
            return monitor;
        }
    }

    @Entity(name = "Monitor")
    public static class Monitor {
        @Id
        private Integer id;

        private String model;

        @OneToOne(fetch = FetchType.LAZY)
        private Bed bed;

        public String getModel() {
            return model;
        }
    }
}
