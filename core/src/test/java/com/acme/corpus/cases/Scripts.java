package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;

import com.acme.corpus.Case;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.annotations.LazyGroup;

/** Scripts of plays, whose entities are enhanced. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Scripts {

    @Case(kind = POSITIVE, statements = 10)
    int everything_of_each_script(Session session) {
        // fix: an entity graph with synopsis, body, author for the query at Queries.all
        // fix: leaves 1 statement
        int letters = 0;
        for (Script script : all(session, Script.class)) {
            letters += script.getSynopsis().length(); // N+1: Script.synopsis
            letters += script.getBody().length(); // N+1: Script.body
            letters += script.getAuthor().getName().length(); // N+1: Script.author
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "everything_of_each_script")
    int everything_by_a_graph(Session session) {
        var graph = session.createEntityGraph(Script.class);
        graph.addAttributeNodes("synopsis", "body", "author");
        int letters = 0;
        for (Script script : session.createQuery("from Script s order by s.id", Script.class)
                .setHint("jakarta.persistence.loadgraph", graph)
                .getResultList()) {
            letters += script.getSynopsis().length();
            letters += script.getBody().length();
            letters += script.getAuthor().getName().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 7)
    int bodies_of_readings(Session session) {
        // fix: an entity graph with script, script.body for the query at Queries.all
        // fix: leaves 1 statement
        int letters = 0;
        for (Reading reading : all(session, Reading.class)) {
            Script script = reading.getScript();
            letters += script.getTitle().length(); // N+1: Reading.script
            letters += script.getBody().length(); // N+1: Script.body in Reading.script
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "bodies_of_readings")
    int bodies_of_readings_by_a_graph(Session session) {
        var graph = session.createEntityGraph(Reading.class);
        graph.addSubgraph("script").addAttributeNodes("body");
        int letters = 0;
        for (Reading reading : session.createQuery("from Reading e order by e.id", Reading.class)
                .setHint("jakarta.persistence.loadgraph", graph)
                .getResultList()) {
            letters += reading.getScript().getTitle().length();
            letters += reading.getScript().getBody().length();
        }
        return letters;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int body_of_the_chosen_one(Session session) {
        List<Script> scripts = all(session, Script.class);
        return scripts.get(1).getBody().length();
    }

    @Case(kind = POSITIVE, statements = 4)
    int covers(Session session) {
        int covers = 0;
        for (Script script : all(session, Script.class)) {
            covers += script.getCover() == null ? 0 : 1; // N+1: Script.cover
        }
        return covers;
    }

    @Case(kind = POSITIVE, statements = 4)
    int cameras_of_screenplays(Session session) {
        // fix: an entity graph with camera in the subclass subgraph of Screenplay for the query at Queries.all
        // fix: leaves 1 statement
        int letters = 0;
        for (Script script : all(session, Script.class)) {
            letters += script instanceof Screenplay play ? play.getCamera().length() : 0; // N+1: Screenplay.camera
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, hibernate = 7, repairs = "cameras_of_screenplays")
    @SuppressWarnings({"deprecation", "removal"}) // JPA 3.1 has no other method for this.
    int cameras_of_screenplays_by_a_graph(Session session) {
        var graph = session.createEntityGraph(Script.class);
        graph.addSubclassSubgraph(Screenplay.class).addAttributeNodes("camera");
        int letters = 0;
        for (Script script : session.createQuery("from Script s order by s.id", Script.class)
                .setHint("jakarta.persistence.loadgraph", graph)
                .getResultList()) {
            letters += script instanceof Screenplay play ? play.getCamera().length() : 0;
        }
        return letters;
    }

    @Entity(name = "Playwright")
    public static class Playwright {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Script")
    public static class Script {
        @Id
        private Integer id;

        private String title;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("short")
        private String synopsis;

        @Basic(fetch = FetchType.LAZY)
        @LazyGroup("long")
        private String body;

        @ManyToOne(fetch = FetchType.LAZY)
        private Playwright author;

        @OneToOne(mappedBy = "script", fetch = FetchType.LAZY)
        private Cover cover;

        public String getTitle() {
            return title;
        }

        public String getSynopsis() {
            return synopsis;
        }

        public String getBody() {
            return body;
        }

        public Playwright getAuthor() {
            return author;
        }

        public Cover getCover() {
            return cover;
        }
    }

    @Entity(name = "Screenplay")
    public static class Screenplay extends Script {
        @Basic(fetch = FetchType.LAZY)
        private String camera;

        public String getCamera() {
            return camera;
        }
    }

    @Entity(name = "Cover")
    public static class Cover {
        @Id
        private Integer id;

        @OneToOne(fetch = FetchType.LAZY)
        private Script script;
    }

    @Entity(name = "Reading")
    public static class Reading {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Script script;

        public Script getScript() {
            return script;
        }
    }
}
