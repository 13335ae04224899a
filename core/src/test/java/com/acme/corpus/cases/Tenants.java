package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import io.querybudget.recording.UnitOfWork;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Tenants of a service with members, bills and an audit log. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Tenants {

    private static final String TENANTS = "from Tenant t order by t.name";

    @Case(kind = POSITIVE, statements = 6)
    long nightly_job_per_tenant(Session session, SessionFactory factory) {
        long sum = 0;
        for (UUID tenant : list(session, "select t.id from Tenant t order by t.name", UUID.class)) {
            try (Session own = factory.openSession()) {
                sum += own.createQuery("select count(b) from Bill b where b.tenant.id = :tenant", Long.class)
                        .setParameter("tenant", tenant)
                        .getSingleResult(); // N+1: table Bill
            }
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 6)
    long parallel_job(Session session, SessionFactory factory, UnitOfWork unit) {
        LongAdder sum = new LongAdder();
        list(session, TENANTS, Tenant.class).parallelStream()
                .forEach(tenant ->
                        unit.wrap(() -> sum.add(bills(factory, tenant.getId()))).run());
        return sum.sum();
    }

    private static long bills(SessionFactory factory, UUID tenant) {
        return factory.fromSession(
                own -> own.createQuery("select count(b) from Bill b where b.tenant.id = :t", Long.class)
                        .setParameter("t", tenant)
                        .getSingleResult()); // N+1: table Bill for parallel_job
    }

    @Case(kind = REMEDY, statements = 1)
    Map<Object, Object> one_grouped_query(Session session) {
        return list(session, "select b.tenant.id, count(b) from Bill b group by b.tenant.id", Object[].class).stream()
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** The newest bill of each tenant and then its customer. */
    @Case(kind = POSITIVE, statements = 11)
    String newest_bills(Session session) {
        StringBuilder text = new StringBuilder();
        for (Tenant tenant : list(session, TENANTS, Tenant.class)) {
            Bill newest = session.createQuery("from Bill b where b.tenant = :t order by b.id desc", Bill.class)
                    .setParameter("t", tenant)
                    .setMaxResults(1)
                    .getSingleResult(); // N+1: table Bill
            text.append(newest.getPayer().getEmail()); // N+1: Bill.payer in table Bill
        }
        return text.toString();
    }

    @Case(kind = POSITIVE, statements = 6)
    int initialised_one_by_one(Session session) {
        List<Tenant> tenants = list(session, TENANTS, Tenant.class);
        for (Tenant tenant : tenants) {
            Hibernate.initialize(tenant.getBills()); // N+1: Tenant.bills
        }
        return tenants.size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long asked_whether_initialised(Session session) {
        return list(session, TENANTS, Tenant.class).stream()
                .filter(tenant -> Hibernate.isInitialized(tenant.getBills()))
                .count();
    }

    @Case(kind = POSITIVE, statements = 7)
    int refreshed_one_by_one(Session session) {
        int letters = 0;
        for (Member member : list(session, "from Member m order by m.email", Member.class)) {
            session.refresh(member); // N+1: table Member
            letters += member.getEmail().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 7)
    int locked_one_by_one(Session session) {
        // fix: one query for all keys with setLockMode instead of one lock each at Tenants.locked_one_by_one
        // fix: leaves 2 statements
        int locked = 0;
        for (Member member : list(session, "from Member m order by m.email", Member.class)) {
            session.lock(member, LockModeType.PESSIMISTIC_WRITE); // N+1: table Member
            locked++;
        }
        return locked;
    }

    @Case(kind = REMEDY, statements = 1)
    int locked_by_the_query(Session session) {
        return session.createQuery("from Member m order by m.email", Member.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .size();
    }

    /** The entities exist: they were read by another session and come back. */
    @Case(kind = POSITIVE, statements = 7)
    int merged_one_by_one(Session session, SessionFactory factory) {
        List<Member> detached =
                factory.fromSession(other -> list(other, "from Member m order by m.email", Member.class));
        for (Member member : detached) {
            session.merge(member); // N+1: table Member
        }
        return detached.size();
    }

    @Case(kind = POSITIVE, statements = 12)
    int removed_with_their_bills(Session session) {
        int removed = 0;
        for (Member member : list(session, "from Member m order by m.email", Member.class)) {
            member.getDevices().clear(); // N+1: Member.devices
            removed++;
        }
        session.flush();
        return removed;
    }

    @Case(kind = POSITIVE, statements = 7)
    int cascade_loads_what_it_removes(Session session) {
        List<Member> members = list(session, "from Member m order by m.email", Member.class);
        members.forEach(session::remove); // N+1: Member.devices
        return members.size();
    }

    @Case(kind = POSITIVE, statements = 7)
    String set_with_a_comparator(Session session) {
        var byTenant = new TreeSet<Bill>(
                Comparator.comparing((Bill bill) -> bill.getPayer().getEmail()) // N+1: Bill.payer
                        .thenComparing(Bill::getId));
        byTenant.addAll(all(session, Bill.class));
        return byTenant.first().getPayer().getEmail();
    }

    /** Two lists in one stream. */
    @Case(kind = POSITIVE, statements = 8)
    List<String> two_lists_in_one_stream(Session session) {
        List<Bill> paid = list(session, "from Bill b where b.paid = true order by b.id", Bill.class);
        List<Bill> open = list(session, "from Bill b where b.paid = false order by b.id", Bill.class);
        return Stream.concat(paid.stream(), open.stream())
                .map(bill -> bill.getPayer().getEmail()) // N+1: Bill.payer
                .toList();
    }

    /** What an audit log points at, by name and id. */
    @Case(kind = POSITIVE, statements = 5)
    String entities_of_an_audit_log(Session session) {
        StringBuilder text = new StringBuilder();
        for (AuditRow row : all(session, AuditRow.class)) {
            switch (row.getSubject()) {
                case "Member" -> text.append(email(session, row.getSubjectId()));
                default -> text.append(row.getSubject());
            }
        }
        return text.toString();
    }

    private static String email(Session session, String id) {
        return session.find(Member.class, id).getEmail(); // N+1 likely: table Member for entities_of_an_audit_log
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long references_for_new_rows(Session session) {
        return all(session, AuditRow.class).stream()
                .map(row -> session.getReference(Member.class, row.getSubjectId()))
                .filter(Hibernate::isInitialized)
                .count();
    }

    /** One page after the other by time and id, without a limit in the SQL text that is literal. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int audit_by_time_and_id(Session session) {
        LocalDateTime last = LocalDateTime.of(2000, 1, 1, 0, 0);
        long lastId = 0;
        int read = 0;
        while (true) {
            List<AuditRow> page = session.createQuery(
                            "from AuditRow a where (a.loggedAt > :at or a.loggedAt = :at and a.id > :id) order by a.loggedAt, a.id",
                            AuditRow.class)
                    .setParameter("at", last)
                    .setParameter("id", lastId)
                    .setMaxResults(2)
                    .getResultList();
            read += page.size();
            if (page.isEmpty()) {
                return read;
            }
            AuditRow row = page.get(page.size() - 1);
            last = row.getLoggedAt();
            lastId = row.getId();
        }
    }

    /** One row per page: a worker that takes what comes next. */
    @Case(kind = LOOK_ALIKE, statements = 7)
    int audit_one_by_one(Session session) {
        int read = 0;
        long last = 0;
        while (true) {
            List<AuditRow> next = session.createQuery(
                            "from AuditRow a where a.id > :last order by a.id", AuditRow.class)
                    .setParameter("last", last)
                    .setMaxResults(1)
                    .getResultList();
            if (next.isEmpty()) {
                return read;
            }
            last = next.get(0).getId();
            read++;
        }
    }

    @Case(kind = POSITIVE, statements = 5)
    int payments_of_any_kind(Session session) {
        int sum = 0;
        for (Receipt receipt : all(session, Receipt.class)) {
            sum += receipt.getMeans().getFee(); // N+1: Receipt.means
        }
        return sum;
    }

    @Case(kind = REMEDY, statements = 1)
    int payments_of_any_kind_fetched(Session session) {
        return list(session, "from Receipt r join fetch r.means", Receipt.class).stream()
                .mapToInt(receipt -> receipt.getMeans().getFee())
                .sum();
    }

    /** The email is no primary key: Hibernate cannot make a proxy of it. */
    @Case(kind = POSITIVE, statements = 5)
    int references_by_another_column(Session session) {
        return session.createQuery("from Invitation i order by i.id", Invitation.class)
                .getResultList() // N+1: Invitation.guest
                .size();
    }

    @Case(kind = POSITIVE, statements = 7)
    long bills_of_a_list_that_is_searched(Session session) {
        Bill wanted = new Bill();
        List<Bill> bills = all(session, Bill.class);
        return bills.indexOf(wanted);
    }

    @Entity(name = "Tenant")
    public static class Tenant {
        @Id
        private UUID id;

        private String name;

        @OneToMany(mappedBy = "tenant")
        private List<Bill> bills;

        public UUID getId() {
            return id;
        }

        public List<Bill> getBills() {
            return bills;
        }
    }

    @Entity(name = "Member")
    public static class Member {
        @Id
        private String id;

        private String email;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
        private List<Device> devices;

        public String getEmail() {
            return email;
        }

        public List<Device> getDevices() {
            return devices;
        }
    }

    @Entity(name = "Device")
    public static class Device {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Member owner;
    }

    @Entity(name = "Bill")
    public static class Bill {
        @Id
        private Long id;

        private boolean paid;

        @ManyToOne(fetch = FetchType.LAZY)
        private Tenant tenant;

        @ManyToOne(fetch = FetchType.LAZY)
        private Member payer;

        public Long getId() {
            return id;
        }

        public Member getPayer() {
            return payer;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bill bill && emailOf(bill).isEmpty();
        }

        private static String emailOf(Bill bill) {
            return bill.payer.getEmail(); // N+1: Bill.payer for bills_of_a_list_that_is_searched
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "AuditRow")
    public static class AuditRow {
        @Id
        private Long id;

        private String subject;
        private String subjectId;
        private LocalDateTime loggedAt;

        public Long getId() {
            return id;
        }

        public String getSubject() {
            return subject;
        }

        public String getSubjectId() {
            return subjectId;
        }

        public LocalDateTime getLoggedAt() {
            return loggedAt;
        }
    }

    @Entity(name = "Means")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Means {
        @Id
        private Long id;

        private int fee;

        public int getFee() {
            return fee;
        }
    }

    @Entity(name = "CardMeans")
    public static class CardMeans extends Means {
        private String brand;
    }

    @Entity(name = "DebitMeans")
    public static class DebitMeans extends Means {
        private String mandate;
    }

    @Entity(name = "Receipt")
    public static class Receipt {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Means means;

        public Means getMeans() {
            return means;
        }
    }

    @Entity(name = "Guest")
    public static class Guest implements java.io.Serializable {
        @Id
        private Long id;

        @jakarta.persistence.Column(unique = true)
        private String email;
    }

    @Entity(name = "Invitation")
    public static class Invitation {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "guest_email", referencedColumnName = "email")
        private Guest guest;
    }
}
