package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Accounts with IBANs, holders with UUIDs, transfers, and rates by day. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Ledger {

    @Case(kind = POSITIVE, statements = 13)
    String account_names_itself(Session session) {
        StringBuilder log = new StringBuilder();
        for (Acct acct : list(session, "from Acct a order by a.iban", Acct.class)) {
            log.append("opened ").append(acct).append('\n');
        }
        return log.toString();
    }

    @Case(kind = POSITIVE, statements = 13)
    String sort_key_touches_holder(Session session) {
        List<Acct> accts = new ArrayList<>(list(session, "from Acct a order by a.iban", Acct.class));
        accts.sort(Comparator.comparing(acct -> acct.getHolder().getName())); // N+1: Acct.holder
        return accts.get(0).getIban();
    }

    @Case(kind = REMEDY, statements = 1)
    String sort_key_from_the_database(Session session) {
        return list(session, "select a.iban from Acct a order by a.holder.name", String.class)
                .get(0);
    }

    @Case(kind = POSITIVE, statements = 7)
    int hash_set_of_transfers(Session session) {
        Set<Transfer> distinct = new HashSet<>(list(session, "from Transfer", Transfer.class));
        return distinct.size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int hash_set_of_source_ids(Session session) {
        return list(session, "from Transfer", Transfer.class).stream()
                .map(transfer -> transfer.getSource().getIban())
                .collect(Collectors.toSet())
                .size();
    }

    /** Days of postings are irregular and come in the order of the rows. */
    @Case(kind = POSITIVE, statements = 7)
    BigDecimal rate_per_posting(Session session) {
        // fix: one query "select f from FxRate f where f.id in :ids" instead of one find each at
        // Ledger.rate_per_posting
        // fix: leaves 2 statements
        BigDecimal sum = BigDecimal.ZERO;
        for (Posting posting : all(session, Posting.class)) {
            FxRate rate = session.find(FxRate.class, new FxRateId("USD", posting.getBookedOn())); // N+1: table FxRate
            sum = sum.add(posting.getAmount().multiply(rate.getRate()));
        }
        return sum;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "rate_per_posting")
    int rates_of_all_postings(Session session) {
        List<FxRateId> ids = all(session, Posting.class).stream()
                .map(posting -> new FxRateId("USD", posting.getBookedOn()))
                .toList();
        return session.createQuery("select f from FxRate f where f.id in :ids", FxRate.class)
                .setParameter("ids", ids)
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int rates_of_a_range_of_days(Session session) {
        int known = 0;
        for (LocalDate day = LocalDate.of(2026, 3, 1); day.isBefore(LocalDate.of(2026, 3, 6)); day = day.plusDays(1)) {
            FxRate rate = session.find(FxRate.class, new FxRateId("USD", day)); // N+1 likely: table FxRate
            known += rate == null ? 0 : 1;
        }
        return known;
    }

    @Case(kind = POSITIVE, statements = 13)
    long both_sides_on_one_line(Session session) {
        return list(session, "from Transfer t order by t.id", Transfer.class).stream()
                .filter(t ->
                        t.getSource().isEuro() == t.getTarget().isEuro()) // N+1: Transfer.source and Transfer.target
                .count();
    }

    @Case(kind = REMEDY, statements = 1)
    long both_sides_fetched(Session session) {
        String query = "from Transfer t join fetch t.source join fetch t.target";
        return list(session, query, Transfer.class).stream()
                .filter(t -> t.getSource().isEuro() == t.getTarget().isEuro())
                .count();
    }

    @Case(kind = POSITIVE, statements = 13)
    BigDecimal balances_by_commented_sql(Session session) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Acct acct : list(session, "from Acct a order by a.iban", Acct.class)) {
            String sql = "/* balance of the account */ select coalesce(sum(p.amount), 0) -- per account\n"
                    + "from Posting p where p.acct_iban = :iban";
            // fix: one query "select p.acct_iban, coalesce(sum(p.amount), 0) from Posting p where p.acct_iban in
            // (?, …) group by p.acct_iban" at Ledger.balances_by_commented_sql instead of one for each key
            // fix: leaves 2 statements
            sum = sum.add(session.createNativeQuery(sql, BigDecimal.class)
                    .setParameter("iban", acct.getIban())
                    .getSingleResult()); // N+1: table Posting
        }
        return sum;
    }

    /** Four of twelve: that these are all that were meant is not known. */
    @Case(kind = POSITIVE, statements = 5)
    long audit_of_every_third_account(Session session) {
        long postings = 0;
        int row = 0;
        for (Acct acct : list(session, "from Acct a order by a.iban", Acct.class)) {
            if (row++ % 3 == 0) {
                postings += session.createQuery("select count(p) from Posting p where p.acct = :acct", Long.class)
                        .setParameter("acct", acct)
                        .getSingleResult(); // N+1 likely: Posting.acct
            }
        }
        return postings;
    }

    /** Codes of a state machine and ids of branches are both small numbers. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    long states_that_equal_branch_ids(Session session) {
        long sum = list(session, "from Branch b order by b.id", Branch.class).size();
        for (int state = 1; state <= 5; state++) {
            sum += session.createQuery("select count(t) from Transfer t where t.state = :state", Long.class)
                    .setParameter("state", state)
                    .getSingleResult();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    boolean two_transfers_of_a_request(Session session) {
        Transfer first = session.find(Transfer.class, UUID.fromString("c0000000-0000-4000-8000-000000000103"));
        Transfer second = session.find(Transfer.class, UUID.fromString("c0000000-0000-4000-8000-000000000105"));
        return first.getSource().isEuro() && second.getSource().isEuro();
    }

    @Case(kind = POSITIVE, statements = 6)
    String holders_of_accounts_by_branch(Session session) {
        StringBuilder text = new StringBuilder();
        for (Branch branch : list(session, "from Branch b order by b.id", Branch.class)) {
            text.append(branch.getCity());
            branch.getAccts().stream().map(Acct::getIban).forEach(text::append); // N+1: Branch.accts
        }
        return text.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    String holder_per_projected_transfer(StatelessSession session) {
        record Row(UUID id, String source) {}
        StringBuilder text = new StringBuilder();
        List<Row> rows = session.createQuery("select t.id, t.source.iban from Transfer t order by t.id", Row.class)
                .getResultList();
        for (Row row : rows) {
            Acct acct = session.get(Acct.class, row.source()); // N+1: table Acct
            text.append(acct.getCurrency());
        }
        return text.toString();
    }

    @Entity(name = "Branch")
    public static class Branch {
        @Id
        private Long id;

        private String city;

        @OneToMany(mappedBy = "branch")
        private List<Acct> accts;

        public String getCity() {
            return city;
        }

        public List<Acct> getAccts() {
            return accts;
        }
    }

    @Entity(name = "Holder")
    public static class Holder {
        @Id
        private UUID id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Acct")
    public static class Acct {
        @Id
        private String iban;

        private String currency;

        @ManyToOne(fetch = FetchType.LAZY)
        private Branch branch;

        @ManyToOne(fetch = FetchType.LAZY)
        private Holder holder;

        public String getIban() {
            return iban;
        }

        public String getCurrency() {
            return currency;
        }

        public boolean isEuro() {
            return "EUR".equals(currency);
        }

        public Holder getHolder() {
            return holder;
        }

        @Override
        public String toString() {
            return "Acct " + iban + " of " + holder.getName(); // N+1: Acct.holder for account_names_itself
        }
    }

    @Entity(name = "Posting")
    public static class Posting {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Acct acct;

        private LocalDate bookedOn;
        private BigDecimal amount;

        public LocalDate getBookedOn() {
            return bookedOn;
        }

        public BigDecimal getAmount() {
            return amount;
        }
    }

    @Entity(name = "Transfer")
    public static class Transfer {
        @Id
        private UUID id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Acct source;

        @ManyToOne(fetch = FetchType.LAZY)
        private Acct target;

        private int state;

        public Acct getSource() {
            return source;
        }

        public Acct getTarget() {
            return target;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Transfer that && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            String currency = source.getCurrency(); // N+1: Transfer.source for hash_set_of_transfers
            return currency.hashCode() + state;
        }
    }

    @Entity(name = "FxRate")
    @IdClass(FxRateId.class)
    public static class FxRate {
        @Id
        private String currency;

        @Id
        private LocalDate onDay;

        private BigDecimal rate;

        public BigDecimal getRate() {
            return rate;
        }
    }

    public record FxRateId(String currency, LocalDate onDay) implements Serializable {}
}
