package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Named;
import io.querybudget.recording.CauseFrame;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PreRemove;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SoftDelete;

/** Entities that are deleted after they were loaded; there are twelve of each. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Removals {

    /** Does what Spring Data does for a method such as {@code deleteByName}. */
    private static <T> void deleteBy(Session session, String method, String query, Class<T> type) {
        try (CauseFrame call = CauseFrame.openRepositoryCall(method, false)) {
            list(session, query, type).forEach(session::remove);
        }
    }

    @Case(kind = POSITIVE, statements = 4)
    void derived_delete(Session session) {
        // fix: @Modifying @Query("delete from Hint h where …") on HintRepository.deleteByName, which loads nothing
        // fix: leaves 1 statement
        deleteBy(session, "HintRepository.deleteByName", "from Hint h where h.id <= 3", Hint.class);
        session.flush(); // loaded to delete likely: table Hint
    }

    @Case(kind = POSITIVE, statements = 13)
    void delete_of_all(Session session) {
        // fix: HintRepository.deleteAllInBatch instead of HintRepository.deleteAll, which loads nothing
        // fix: leaves 1 statement
        deleteBy(session, "HintRepository.deleteAll", "from Hint", Hint.class);
        session.flush(); // loaded to delete likely: table Hint
    }

    @Case(kind = POSITIVE, statements = 13)
    void loop_of_removals(Session session) {
        // fix: "delete from Hint h where …" in place of the query at Queries.list, which loads nothing
        // fix: leaves 1 statement
        for (Hint hint : list(session, "from Hint", Hint.class)) {
            session.remove(hint);
        }
        session.flush(); // loaded to delete likely: table Hint
    }

    @Case(kind = POSITIVE, statements = 2, settings = "hibernate.jdbc.batch_size=20")
    void loop_of_removals_in_a_batch(Session session) {
        // fix: "delete from Hint h where …" in place of the query at Queries.list, which loads nothing
        // fix: leaves 1 statement
        for (Hint hint : list(session, "from Hint", Hint.class)) {
            session.remove(hint);
        }
        session.flush(); // loaded to delete likely: table Hint
    }

    @Case(kind = POSITIVE, statements = 13)
    void removals_of_referring_entities(Session session) {
        list(session, "from Clue", Clue.class).forEach(session::remove);
        session.flush(); // loaded to delete likely: table Clue
    }

    @Case(kind = REMEDY, statements = 1, repairs = "loop_of_removals")
    int one_delete(Session session) {
        return session.createMutationQuery("delete from Hint").executeUpdate();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void find_and_remove(Session session) {
        session.remove(session.find(Hint.class, 1L));
        session.flush();
    }

    /** Something may have been read of so few. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    void loop_of_few_removals(Session session) {
        list(session, "from Hint h where h.id <= 3", Hint.class).forEach(session::remove);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 12)
    void removal_of_those_that_are_chosen(Session session) {
        for (Hint hint : list(session, "from Hint", Hint.class)) {
            if (!hint.getName().equals("Hint 7")) {
                session.remove(hint);
            }
        }
        session.flush();
    }

    /** Each has to be loaded, because its pages go with it. */
    @Case(kind = LOOK_ALIKE, statements = 38, settings = "hibernate.default_batch_fetch_size=20")
    void removals_that_cascade(Session session) {
        all(session, Booklet.class).forEach(session::remove);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 13)
    void removals_of_versions(Session session) {
        deleteBy(session, "DraftRepository.deleteAll", "from Sketch", Sketch.class);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 13)
    void removals_with_a_callback(Session session) {
        deleteBy(session, "UploadRepository.deleteAll", "from Upload", Upload.class);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 25)
    void removals_of_owners_of_values(Session session) {
        deleteBy(session, "LabelRepository.deleteAll", "from Label", Label.class);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 13)
    void soft_deletes(Session session) {
        deleteBy(session, "NoticeRepository.deleteAll", "from Notice", Notice.class);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 13)
    void deletes_that_update(Session session) {
        deleteBy(session, "MemoRepository.deleteAll", "from Memo", Memo.class);
        session.flush();
    }

    /** What they refer to was read before they went. */
    @Case(kind = LOOK_ALIKE, statements = 14)
    int removals_after_a_look(Session session) {
        int length = 0;
        for (Clue clue : list(session, "from Clue", Clue.class)) {
            length += clue.finder.getName().length();
            session.remove(clue);
        }
        session.flush();
        return length;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void removals_that_are_undone(Session session) {
        List<Hint> hints = list(session, "from Hint", Hint.class);
        hints.forEach(session::remove);
        hints.forEach(session::persist);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 24)
    void removals_of_new_entities(Session session) {
        for (long id = 101; id <= 112; id++) {
            session.persist(new Hint(id, "Hint " + id));
        }
        session.flush();
        for (long id = 101; id <= 112; id++) {
            session.remove(session.find(Hint.class, id));
        }
        session.flush();
    }

    @Entity(name = "Hint")
    public static class Hint extends Named {
        Hint() {}

        Hint(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Clue")
    public static class Clue extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Finder finder;
    }

    @Entity(name = "Finder")
    public static class Finder extends Named {}

    @Entity(name = "Booklet")
    public static class Booklet extends Named {
        @OneToMany(mappedBy = "booklet", cascade = CascadeType.REMOVE)
        private Set<Sheet> sheets = new HashSet<>();
    }

    @Entity(name = "Sheet")
    public static class Sheet extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Booklet booklet;
    }

    @Entity(name = "Sketch")
    public static class Sketch extends Named {
        @Version
        private int version;
    }

    @Entity(name = "Upload")
    public static class Upload extends Named {
        @PreRemove
        void deleteFile() {}
    }

    @Entity(name = "Label")
    public static class Label extends Named {
        @ElementCollection
        private Set<String> colours = new HashSet<>();
    }

    @Entity(name = "Notice")
    @SoftDelete
    public static class Notice extends Named {}

    @Entity(name = "Memo")
    @SQLDelete(sql = "update Memo set name = null where id = ?")
    public static class Memo extends Named {}
}
