package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.io.Serializable;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.SQLRestriction;

/** Issues with actors of two kinds, cached contacts, remarks, and steps with a composite key. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Helpdesk {

    private static final String CACHE = "hibernate.cache.region.factory_class=com.acme.corpus.MapRegionFactory";

    @Case(kind = POSITIVE, statements = 7)
    String assignees_of_two_kinds(Session session) {
        StringBuilder names = new StringBuilder();
        for (Issue issue : all(session, Issue.class)) {
            names.append(issue.getAssignee().getName()); // N+1: Issue.assignee
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    long issues_of_bots(Session session) {
        return all(session, Issue.class).stream()
                .map(Issue::getAssignee)
                .filter(actor -> Hibernate.unproxy(actor) instanceof Bot) // N+1: Issue.assignee
                .count();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long issues_of_one_bot_by_id(Session session) {
        return all(session, Issue.class).stream()
                .filter(issue -> issue.getAssignee().getId() == 911)
                .count();
    }

    @Case(kind = POSITIVE, statements = 4)
    int eager_badge_of_a_subclass(Session session) {
        return session.createQuery("from Actor a order by a.id", Actor.class)
                .getResultList() // N+1: Human.badge
                .size();
    }

    /** Six contacts are cached, then two are evicted. */
    @Case(kind = POSITIVE, statements = 4, settings = CACHE)
    String contacts_that_left_the_cache(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        factory.inSession(earlier -> all(earlier, Contact.class));
        factory.getCache().evict(Contact.class, 923L);
        factory.getCache().evict(Contact.class, 930L);
        StringBuilder names = new StringBuilder();
        for (Issue issue : all(session, Issue.class)) {
            names.append(issue.getContact().getName()); // N+1: Issue.contact
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 2, settings = CACHE)
    int remarks_in_the_cache(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        try (Session earlier = factory.openSession()) {
            list(earlier, "from Issue i left join fetch i.remarks", Issue.class);
        }
        int remarks = 0;
        for (Issue issue : all(session, Issue.class)) {
            remarks += issue.getRemarks().size();
        }
        return remarks;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int watchers_in_batches(Session session) {
        return all(session, Issue.class).stream()
                .mapToInt(issue -> issue.getWatchers().size())
                .sum();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int stickers_by_subselect(Session session) {
        int stickers = 0;
        for (Issue issue : all(session, Issue.class)) {
            stickers += issue.getStickers().size();
        }
        return stickers;
    }

    @Case(kind = POSITIVE, statements = 7)
    String issues_of_steps(Session session) {
        StringBuilder titles = new StringBuilder();
        for (Step step : list(session, "from Step s order by s.id.issueId", Step.class)) {
            titles.append(step.getIssue().getTitle()); // N+1: Step.issue
        }
        return titles.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    long first_step_of_each_issue(Session session) {
        return all(session, Issue.class).stream()
                .map(issue -> session.find(Step.class, new StepId(issue.getId(), 1))) // N+1: table Step
                .filter(step -> step != null)
                .count();
    }

    @Case(kind = REMEDY, statements = 2)
    int contacts_by_many_ids(Session session) {
        List<Long> ids = list(session, "select i.contact.id from Issue i", Long.class);
        return session.byMultipleIds(Contact.class).multiLoad(ids).size();
    }

    @Case(kind = POSITIVE, statements = 13)
    String companies_of_contacts(Session session) {
        StringBuilder names = new StringBuilder();
        for (Issue issue : all(session, Issue.class)) {
            String name = issue.getContact().getName(); // N+1: Issue.contact
            names.append(name).append(issue.getContact().getFirm().getName()); // N+1: Contact.firm in Issue.contact
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int ids_of_a_sequence(Session session) {
        for (int i = 0; i < 4; i++) {
            session.persist(new Protocol());
        }
        return 4;
    }

    /** Each count follows a write. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    long counts_after_each_write(Session session) {
        long sum = 0;
        for (long id = 991; id <= 993; id++) {
            session.persist(new Firm(id));
            sum += list(session, "select count(f) from Firm f", Long.class).get(0);
        }
        return sum;
    }

    /** Rows of an import: each is looked for before it is written. */
    @Case(kind = POSITIVE, statements = 4)
    int imported_rows(Session session) {
        int known = 0;
        for (String line : List.of("995;x", "941;y", "997;z", "944;u")) {
            Long id = Long.valueOf(line.split(";", -1)[0]);
            Firm firm = session.find(Firm.class, id); // N+1 likely: table Firm
            known += firm == null ? 0 : 1;
        }
        return known;
    }

    /** Two statuses of a dashboard, each with its first issue and its contact. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    String first_issue_of_two_states(Session session) {
        return first(session, "open") + first(session, "done");
    }

    private static String first(Session session, String state) {
        Issue issue = session.createQuery("from Issue i where i.state = :state order by i.id", Issue.class)
                .setParameter("state", state)
                .setMaxResults(1)
                .getSingleResult();
        return issue.getContact().getName();
    }

    @Case(kind = POSITIVE, statements = 4)
    int remarks_of_every_second_issue(Session session) {
        int remarks = 0;
        List<Issue> issues = all(session, Issue.class);
        for (int row = 0; row < issues.size(); row += 2) {
            remarks += issues.get(row).getRemarks().size(); // N+1: Issue.remarks
        }
        return remarks;
    }

    @Entity(name = "Issue")
    @SQLRestriction("archived = false")
    public static class Issue {
        @Id
        private Long id;

        private String title;
        private String state;
        private boolean archived;

        @ManyToOne(fetch = FetchType.LAZY)
        private Actor assignee;

        @ManyToOne(fetch = FetchType.LAZY)
        private Contact contact;

        @OneToMany(mappedBy = "issue")
        @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
        private List<Remark> remarks;

        @OneToMany(mappedBy = "issue")
        @BatchSize(size = 2)
        private List<Watcher> watchers;

        @OneToMany(mappedBy = "issue")
        @Fetch(FetchMode.SUBSELECT)
        private List<Sticker> stickers;

        public Long getId() {
            return id;
        }

        public String getTitle() {
            return title;
        }

        public Actor getAssignee() {
            return assignee;
        }

        public Contact getContact() {
            return contact;
        }

        public List<Remark> getRemarks() {
            return remarks;
        }

        public List<Watcher> getWatchers() {
            return watchers;
        }

        public List<Sticker> getStickers() {
            return stickers;
        }
    }

    @Entity(name = "Actor")
    @Inheritance(strategy = InheritanceType.JOINED)
    public abstract static class Actor {
        @Id
        private Long id;

        private String name;

        public Long getId() {
            return id;
        }

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Human")
    public static class Human extends Actor {
        @ManyToOne
        private Badge badge;
    }

    @Entity(name = "Bot")
    public static class Bot extends Actor {}

    @Entity(name = "Badge")
    public static class Badge {
        @Id
        private Long id;
    }

    @Entity(name = "Firm")
    public static class Firm {
        @Id
        private Long id;

        private String name;

        protected Firm() {}

        Firm(Long id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Contact")
    @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
    public static class Contact {
        @Id
        private Long id;

        private String name;

        @ManyToOne(fetch = FetchType.LAZY)
        private Firm firm;

        public String getName() {
            return name;
        }

        public Firm getFirm() {
            return firm;
        }
    }

    @Entity(name = "Remark")
    @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
    public static class Remark {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Issue issue;
    }

    @Entity(name = "Watcher")
    public static class Watcher {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Issue issue;
    }

    @Entity(name = "Sticker")
    public static class Sticker {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Issue issue;
    }

    @Embeddable
    public record StepId(Long issueId, int no) implements Serializable {}

    @Entity(name = "Step")
    public static class Step {
        @EmbeddedId
        private StepId id;

        @MapsId("issueId")
        @ManyToOne(fetch = FetchType.LAZY)
        private Issue issue;

        public Issue getIssue() {
            return issue;
        }
    }

    @Entity(name = "Protocol")
    public static class Protocol {
        @Id
        @GeneratedValue(generator = "protocols")
        @SequenceGenerator(name = "protocols", allocationSize = 1)
        private Long id;
    }
}
