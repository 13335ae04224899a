package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.DOUBTFUL;
import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** An assembly line, in units of work of many transactions: keys that the application knew, or reads anew for each step. */
// A column is mapped that no case reads.
@SuppressWarnings("unused")
public final class Assembly {

    private static int fit(SessionFactory factory) {
        return factory.fromTransaction(session -> {
            int models = 0;
            for (String code : List.of("bolt", "nut", "gear")) {
                var query = session.createQuery("from Model m where m.code = :code", Model.class);
                models += query.setParameter("code", code)
                        .getResultList() // N+1 likely: table Model for constants_that_rows_hold_later
                        .size();
            }
            return models;
        });
    }

    /** The code knows the three codes, and lists them before any row is read. */
    @Case(kind = DOUBTFUL, statements = 16)
    int constants_that_rows_hold_later(Session session, SessionFactory factory) {
        int models = 0;
        for (int i = 0; i < 5; i++) {
            models += fit(factory) + (i == 1 ? letters(session) : 0);
        }
        return models;
    }

    private static int letters(Session session) {
        int letters = 0;
        for (Part part : list(session, "from Part p join fetch p.model order by p.id", Part.class)) {
            letters += part.model.code.length();
        }
        return letters;
    }

    /** Each step reads the list anew, and takes the first stage that is not done. */
    @Case(kind = LOOK_ALIKE, statements = 9)
    long one_step_per_transaction(Session session, SessionFactory factory) {
        long tasks = all(session, Task.class).size();
        Set<Integer> done = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            tasks += factory.fromTransaction(fresh -> {
                List<Stage> stages = list(fresh, "from Stage s where s.line = 7 order by s.id", Stage.class);
                Stage next = stages.stream()
                        .filter(stage -> done.add(stage.id))
                        .findFirst()
                        .orElseThrow();
                return fresh.createQuery("select count(t) from Task t where t.stage.id = :id", Long.class)
                        .setParameter("id", next.id)
                        .getSingleResult();
            });
        }
        return tasks;
    }

    /** As before, but the task that is worked on tells its stage, which the step reads more of. */
    @Case(kind = LOOK_ALIKE, statements = 13)
    int one_task_per_transaction(Session session, SessionFactory factory) {
        int length = all(session, Stage.class).size();
        for (int i = 0; i < 4; i++) {
            int position = i;
            length += factory.fromTransaction(fresh -> {
                Task task = list(fresh, "from Task t order by t.id", Task.class).get(position);
                Stage stage = fresh.createQuery("from Stage s where s.id = :id", Stage.class)
                        .setParameter("id", task.stage.getId())
                        .getSingleResult();
                var of = fresh.createQuery("select count(t) from Task t where t.stage.id = :id", Long.class);
                return stage.line
                        + of.setParameter("id", stage.id).getSingleResult().intValue();
            });
        }
        return length;
    }

    /** Numbers that the code got elsewhere, as from a request. */
    private static List<Integer> ordered() {
        return List.of(31, 34, 32, 33);
    }

    @Case(kind = POSITIVE, statements = 8)
    int found_and_checked(SessionFactory factory) {
        int lines = 0;
        for (int id : ordered()) {
            lines += factory.fromTransaction(session -> session.find(Stage.class, id).line); // N+1 likely: table Stage
            lines +=
                    factory.fromTransaction(session -> session.createQuery("from Stage s where s.id = :id", Stage.class)
                            .setParameter("id", id)
                            .getSingleResult() // N+1 likely: table Stage
                            .line);
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 5)
    int found_together_and_each_once_more(SessionFactory factory) {
        int lines = factory.fromTransaction(
                session -> session.createQuery("from Stage s where s.id in :ids order by s.name", Stage.class)
                        .setParameter("ids", ordered())
                        .getResultList()
                        .size());
        for (int id : ordered()) {
            lines += factory.fromTransaction(session -> session.find(Stage.class, id).line); // N+1 likely: table Stage
        }
        return lines;
    }

    /** The same with the keys of the rows that were read first. */
    @Case(kind = POSITIVE, statements = 5)
    int found_by_a_list_of_rows(SessionFactory factory) {
        List<Integer> ids = factory.fromTransaction(
                session -> list(session, "select s.id from Stage s order by s.name", Integer.class));
        int lines = 0;
        for (int id : ids) {
            lines += factory.fromTransaction(session -> session.find(Stage.class, id).line); // N+1: table Stage
        }
        return lines;
    }

    private static int lineOfEach(SessionFactory factory, List<String> names) {
        int lines = 0;
        for (String name : names) {
            lines += factory.fromTransaction(
                    session -> session.createQuery("from Stage s where s.name = :name", Stage.class)
                            .setParameter("name", name)
                            .getSingleResult()
                            .line);
        }
        return lines;
    }

    /** Constants once more, after a query by other keys has returned them. */
    @Case(kind = LOOK_ALIKE, statements = 7)
    int constants_around_a_query(SessionFactory factory) {
        int lines = lineOfEach(factory, List.of("cut", "weld", "paint"));
        lines += factory.fromTransaction(
                session -> session.createQuery("from Stage s where s.id in :ids order by s.id", Stage.class)
                        .setParameter("ids", List.of(31, 32, 33))
                        .getResultList()
                        .size());
        return lines + lineOfEach(factory, List.of("cut", "weld", "paint"));
    }

    /** What follows from each look-up follows once, however often somebody looks something up. */
    @Case(kind = POSITIVE, statements = 8)
    long tasks_of_found_stages(SessionFactory factory) {
        long tasks = 0;
        for (int id : ordered()) {
            tasks += factory.fromTransaction(session -> {
                Stage stage = session.createQuery("from Stage s where s.id = :id and s.line = 7", Stage.class)
                        .setParameter("id", id)
                        .getSingleResult(); // N+1 likely: table Stage
                return session.createQuery("select count(t) from Task t where t.stage = :stage", Long.class)
                        .setParameter("stage", stage)
                        .getSingleResult(); // N+1 likely: table Task in table Stage
            });
        }
        return tasks;
    }

    /** A limit of two, to notice a second row, means nothing for a key. */
    @Case(kind = POSITIVE, statements = 5)
    int stage_of_each_task(Session session) {
        // fix: one query with "where id in (…)" on stage at Assembly.stage_of_each_task instead of one for each key
        // fix: leaves 2 statements
        int lines = 0;
        for (Integer id : list(session, "select distinct t.stage.id from Task t order by 1", Integer.class)) {
            lines += session.createQuery("from Stage s where s.id = :id", Stage.class)
                    .setParameter("id", id)
                    .setMaxResults(2)
                    .getSingleResult() // N+1: table Stage
                    .line;
        }
        return lines;
    }

    private static int stages(Session session, String name) {
        return session.createQuery("from Stage s where s.name = :name", Stage.class)
                .setParameter("name", name)
                .getResultList() // N+1: table Stage for found_after_many_others
                .size();
    }

    /** What was asked for at another place a hundred times before hides no loop. */
    @Case(kind = POSITIVE, statements = 155)
    int found_after_many_others(Session session) {
        int stages = 0;
        for (int i = 0; i < 150; i++) {
            stages += session.createQuery("from Stage s where s.name = :name", Stage.class)
                    .setParameter("name", "unknown " + i)
                    .getResultList()
                    .size();
        }
        for (String name : list(session, "select s.name from Stage s order by s.id", String.class)) {
            stages += stages(session, name);
        }
        return stages;
    }

    /** Each attempt changes the same row, and the next one depends on its result. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int attempts_to_get_a_lock(Connection connection) throws SQLException {
        int attempts = 0;
        try (var statement = connection.prepareStatement("update Stage set line = ? where name = ? and line < 0")) {
            int changed = 0;
            while (changed == 0 && attempts < 4) {
                statement.setInt(1, attempts++);
                statement.setString(2, "cut");
                changed = statement.executeUpdate();
            }
        }
        return attempts;
    }

    @Entity(name = "Model")
    public static class Model {
        @Id
        private Integer id;

        @Column(unique = true)
        private String code;
    }

    @Entity(name = "Part")
    public static class Part {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Model model;
    }

    @Entity(name = "Stage")
    public static class Stage {
        @Id
        private Integer id;

        private String name;

        private int line;

        public Integer getId() {
            return id;
        }
    }

    @Entity(name = "Task")
    public static class Task {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Stage stage;
    }
}
