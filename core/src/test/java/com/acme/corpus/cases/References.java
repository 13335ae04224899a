package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Named;
import io.querybudget.recording.CauseFrame;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Entities that are found by their identifiers, and that others refer to afterwards. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class References {

    private static Loan loan(long id, Patron patron) {
        return new Loan(id, "Loan " + id, patron, null);
    }

    @Case(kind = POSITIVE, statements = 2)
    void new_row_that_refers_to_it(Session session) {
        // fix: Info: getReference(Patron.class, id) instead of find at References.new_row_that_refers_to_it if no more
        // than the key is needed
        Patron patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        session.persist(loan(101, patron));
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 2)
    void found_by_a_repository(Session session) {
        // fix: Info: PatronRepository.getReferenceById instead of PatronRepository.findById if no more than the key is
        // needed
        Patron patron;
        try (CauseFrame call = CauseFrame.openRepositoryCall("PatronRepository.findById", true)) {
            patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        }
        session.persist(loan(101, patron));
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 3)
    void change_of_what_a_row_refers_to(Session session) {
        Loan loan = session.find(Loan.class, 1L);
        loan.patron = session.find(Patron.class, 5L); // loaded for id info: table Patron
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 3)
    void two_of_one_row(Session session) {
        Patron patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        Volume volume = session.find(Volume.class, 2L); // loaded for id info: table Volume
        session.persist(new Loan(101, "Loan 101", patron, volume));
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 4, settings = "hibernate.jdbc.batch_size=1")
    void one_of_three_rows(Session session) {
        Patron patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        for (long id = 101; id <= 103; id++) {
            session.persist(loan(id, patron));
        }
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 2)
    void reference_in_an_embeddable(Session session) {
        Patron patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        Loan loan = loan(101, null);
        loan.warranty = new Warranty(patron);
        session.persist(loan);
        session.flush();
    }

    /** The subtype is known only when it is loaded, and a reference need not know it. */
    @Case(kind = POSITIVE, statements = 2)
    void reference_to_a_subtype(Session session) {
        Volume volume = session.find(Volume.class, 7L); // loaded for id info: table Volume
        session.persist(new Loan(101, "Loan 101", null, volume));
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 2)
    void row_with_a_generated_key(Session session) {
        Patron patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        session.persist(new Fine(patron));
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 3)
    void asked_for_twice(Session session) {
        Patron patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        session.persist(loan(101, patron));
        session.persist(loan(102, session.find(Patron.class, 3L)));
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 2)
    void read_only(Session session) {
        session.setDefaultReadOnly(true);
        Patron patron = session.find(Patron.class, 3L); // loaded for id info: table Patron
        session.persist(loan(101, patron));
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 8, settings = "hibernate.jdbc.batch_size=20")
    void each_of_a_loop(Session session) {
        // fix: one query "select p from Patron p where p.id in :ids" instead of one find each at
        // References.each_of_a_loop, or getReference(Patron.class, id) if no more than the keys are needed
        // fix: leaves 3 statements
        List<Long> ids = list(session, "select p.id from Patron p where p.id > 6 order by p.id", Long.class);
        for (Long id : ids) {
            Patron patron = session.find(Patron.class, id); // N+1: table Patron
            session.persist(loan(100 + id, patron));
        }
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 8, settings = "hibernate.jdbc.batch_size=20")
    void each_of_a_loop_of_which_one_is_changed(Session session) {
        // fix: one query "select p from Patron p where p.id in :ids" instead of one find each at
        // References.each_of_a_loop_of_which_one_is_changed
        // fix: leaves 4 statements
        List<Long> ids = list(session, "select p.id from Patron p where p.id > 7 order by p.id", Long.class);
        for (Long id : ids) {
            Patron patron = session.find(Patron.class, id); // N+1: table Patron
            session.persist(loan(100 + id, patron));
            if (id == 9) {
                patron.setName("Other");
            }
        }
        session.flush();
    }

    @Case(kind = REMEDY, statements = 1)
    void mere_reference(Session session) {
        session.persist(loan(101, session.getReference(Patron.class, 3L)));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void changed_afterwards(Session session) {
        Patron patron = session.find(Patron.class, 3L);
        session.persist(loan(101, patron));
        patron.setName("Other");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void changed_by_a_later_flush(Session session) {
        Patron patron = session.find(Patron.class, 3L);
        session.persist(loan(101, patron));
        session.flush();
        patron.setName("Other");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String association_is_read(Session session) {
        Patron patron = session.find(Patron.class, 3L);
        session.persist(loan(101, patron));
        session.flush();
        return patron.quarter.getName();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int collection_is_read(Session session) {
        Volume volume = session.find(Volume.class, 2L);
        session.persist(new Loan(101, "Loan 101", null, volume));
        session.flush();
        return volume.loans.size();
    }

    /** A bag takes an element without being loaded. */
    @Case(kind = LOOK_ALIKE, statements = 2)
    void added_to_its_collection(Session session) {
        Volume volume = session.find(Volume.class, 2L);
        Loan loan = new Loan(101, "Loan 101", null, volume);
        volume.loans.add(loan);
        session.persist(loan);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void its_name_is_copied(Session session) {
        Patron patron = session.find(Patron.class, 3L);
        session.persist(new Loan(101, patron.getName(), patron, null));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int its_name_is_asked_for(Session session) {
        Patron patron = session.find(Patron.class, 3L);
        session.persist(loan(101, patron));
        session.flush();
        return session.createQuery("from Seal s where s.name = :name", Seal.class)
                .setParameter("name", patron.getName())
                .getResultList()
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void locked(Session session) {
        Patron patron = session.find(Patron.class, 3L, LockModeType.PESSIMISTIC_WRITE);
        session.persist(loan(101, patron));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void found_by_a_query(Session session) {
        Patron patron = list(session, "from Patron p where p.name = 'Patron 3'", Patron.class)
                .get(0);
        session.persist(loan(101, patron));
        session.flush();
    }

    /** The row that refers to it has a code of it, not its key. */
    @Case(kind = LOOK_ALIKE, statements = 2)
    void referred_to_by_another_column(Session session) {
        Loan loan = loan(101, null);
        loan.seal = session.find(Seal.class, 2L);
        session.persist(loan);
        session.flush();
    }

    /** A final class has no proxies, so that a reference is loaded at once. */
    @Case(kind = LOOK_ALIKE, statements = 2)
    void final_class(Session session) {
        Loan loan = loan(101, null);
        loan.branch = session.find(Branch.class, 2L);
        session.persist(loan);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void reference_that_stays(Session session) {
        session.find(Patron.class, 1L);
        Loan loan = session.find(Loan.class, 1L);
        loan.setName("Other");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void nothing_refers_to_it(Session session) {
        session.find(Patron.class, 3L);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    void deleted_afterwards(Session session) {
        Patron patron = session.find(Patron.class, 12L);
        Loan loan = loan(101, patron);
        session.persist(loan);
        session.flush();
        session.remove(loan);
        session.remove(patron);
        session.flush();
    }

    @Entity(name = "Patron")
    public static class Patron extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Quarter quarter;
    }

    @Entity(name = "Quarter")
    public static class Quarter extends Named {}

    @Entity(name = "Branch")
    public static final class Branch extends Named {}

    @Entity(name = "Volume")
    @DiscriminatorColumn(name = "kind")
    public static class Volume extends Named {
        @OneToMany(mappedBy = "volume")
        private List<Loan> loans = new ArrayList<>();
    }

    @Entity(name = "Atlas")
    public static class Atlas extends Volume {}

    @Entity(name = "Seal")
    public static class Seal extends Named {
        private String code;
    }

    @Embeddable
    public static class Warranty {
        @ManyToOne(fetch = FetchType.LAZY)
        private Patron guarantor;

        Warranty() {}

        Warranty(Patron guarantor) {
            this.guarantor = guarantor;
        }
    }

    @Entity(name = "Loan")
    public static class Loan extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Patron patron;

        @ManyToOne(fetch = FetchType.LAZY)
        private Volume volume;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "seal_code", referencedColumnName = "code")
        private Seal seal;

        @ManyToOne(fetch = FetchType.LAZY)
        private Branch branch;

        @Embedded
        private Warranty warranty;

        Loan() {}

        Loan(long id, String name, Patron patron, Volume volume) {
            super(id, name);
            this.patron = patron;
            this.volume = volume;
        }
    }

    @Entity(name = "Fine")
    public static class Fine {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Patron patron;

        Fine() {}

        Fine(Patron patron) {
            this.patron = patron;
        }
    }
}
