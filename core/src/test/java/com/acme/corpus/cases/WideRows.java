package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.library.Draft;
import com.acme.library.Essay;
import com.acme.library.Manuscript;
import com.acme.library.Recording;
import com.acme.library.Scan;
import com.acme.library.Survey;
import java.util.List;
import org.hibernate.Session;

/** Entities with large objects or many columns. */
public final class WideRows {

    /** Lazy in the mapping, but the classes are not enhanced. */
    @Case(kind = POSITIVE, statements = 1)
    int texts(Session session) {
        return session.createQuery("from Manuscript", Manuscript.class)
                .getResultList() // wide read likely: table Manuscript
                .size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int bytes(Session session) {
        return session.createQuery("from Scan", Scan.class).getResultList().size(); // wide read likely: table Scan
    }

    @Case(kind = POSITIVE, statements = 1)
    int texts_without_a_limit(Session session) {
        return session.createQuery("from Essay", Essay.class).getResultList().size(); // wide read likely: table Essay
    }

    @Case(kind = POSITIVE, statements = 1)
    int many_columns(Session session) {
        return session.createQuery("from Survey", Survey.class)
                .getResultList() // wide read likely: table Survey
                .size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int texts_of_a_page(Session session) {
        return session.createQuery("from Manuscript m order by m.name", Manuscript.class)
                .setMaxResults(3)
                .getResultList() // wide read likely: table Manuscript
                .size();
    }

    @Case(kind = POSITIVE, statements = 2)
    int texts_while_something_else_is_written(Session session) {
        int scans = session.createQuery("from Scan", Scan.class).getResultList().size(); // wide read likely: table Scan
        return scans
                + session.createMutationQuery("update Draft d set d.name = 'Draft'")
                        .executeUpdate();
    }

    @Case(kind = REMEDY, statements = 1)
    int names_of_manuscripts(Session session) {
        record Title(Long id, String name) {}
        return list(session, "select m.id, m.name from Manuscript m", Title.class)
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    int modified_manuscripts(Session session) {
        List<Manuscript> manuscripts = all(session, Manuscript.class);
        manuscripts.forEach(manuscript -> manuscript.setName("Final"));
        session.flush();
        return manuscripts.size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int text_of_one(Session session) {
        return session.find(Manuscript.class, 1L).getText().length();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int text_of_one_by_its_name(Session session) {
        return list(session, "from Manuscript m where m.name = 'Manuscript 2'", Manuscript.class)
                .get(0)
                .getText()
                .length();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int locators(Session session) {
        return list(session, "from Recording", Recording.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int texts_that_are_missing(Session session) {
        return list(session, "from Draft", Draft.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int a_few_with_many_columns(Session session) {
        return list(session, "from Survey s where s.id <= 3", Survey.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int texts_that_are_asked_for(Session session) {
        return list(session, "select m.text from Manuscript m", String.class).size();
    }
}
