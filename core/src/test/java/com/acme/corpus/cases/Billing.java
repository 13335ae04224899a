package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.billing.Article;
import com.acme.billing.Invoice;
import com.acme.billing.InvoiceItem;
import com.acme.billing.Ledger;
import com.acme.billing.Party;
import com.acme.billing.Person;
import com.acme.billing.Refund;
import com.acme.corpus.Case;
import java.util.List;
import org.hibernate.Session;

/** Invoices of two tenants, whose items are embeddables, and parties of one table per class. */
public final class Billing {

    @Case(kind = POSITIVE, statements = 9)
    String references_in_fetched_embeddables(Session session) {
        StringBuilder names = new StringBuilder();
        for (Invoice invoice : list(session, "from Invoice i join fetch i.items order by i.id", Invoice.class)) {
            for (InvoiceItem item : invoice.getItems()) {
                names.append(item.getArticle().getName()); // N+1: Invoice.items.article
            }
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 13)
    String references_in_lazy_embeddables(Session session) {
        StringBuilder names = new StringBuilder();
        for (Invoice invoice : all(session, Invoice.class)) {
            for (InvoiceItem item : invoice.getItems()) { // N+1: Invoice.items
                names.append(item.getArticle().getName()); // N+1: Invoice.items.article in Invoice.items
            }
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2)
    String references_in_fetched_embeddables_loaded_before(Session session) {
        StringBuilder names = new StringBuilder();
        names.append(all(session, Article.class).size());
        for (Invoice invoice : list(session, "from Invoice i join fetch i.items order by i.id", Invoice.class)) {
            for (InvoiceItem item : invoice.getItems()) {
                names.append(item.getArticle().getName());
            }
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 5)
    int map_with_entities_as_keys(Session session) {
        int letters = 0;
        for (Invoice invoice : all(session, Invoice.class)) {
            for (Article article : invoice.getDiscounts().keySet()) { // N+1: Invoice.discounts
                letters += article.getName().length();
            }
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 5)
    int ordered_list_by_a_join_table(Session session) {
        int reminders = 0;
        for (Invoice invoice : all(session, Invoice.class)) {
            reminders += invoice.getReminders().size(); // N+1: Invoice.reminders
        }
        return reminders;
    }

    @Case(kind = POSITIVE, statements = 5)
    String reference_to_one_table_per_class(Session session) {
        StringBuilder names = new StringBuilder();
        for (Invoice invoice : all(session, Invoice.class)) {
            names.append(invoice.getParty().getName()); // N+1: Invoice.party
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 4)
    String reference_to_a_subclass(Session session) {
        StringBuilder names = new StringBuilder();
        for (Refund refund : all(session, Refund.class)) {
            names.append(refund.getPayment().getName()); // N+1: Refund.payment
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int subselects_of_two_lists(Session session) {
        int sum = 0;
        for (Invoice invoice : all(session, Invoice.class)) {
            sum += invoice.getTags().size() + invoice.getFiles().size();
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 4)
    int filtered_collections(Session session) {
        session.enableFilter("year").setParameter("year", 2024);
        int entries = 0;
        for (Ledger ledger : all(session, Ledger.class)) {
            entries += ledger.getEntries().size(); // N+1: Ledger.entries
        }
        return entries;
    }

    @Case(kind = POSITIVE, statements = 5)
    long query_by_tenant_and_party(Session session) {
        long invoices = 0;
        for (Party party : all(session, Party.class)) {
            invoices += invoicesOf(session, party);
        }
        return invoices;
    }

    /** Two rows, and the mapping ties the key to the reference. */
    @Case(kind = POSITIVE, statements = 3)
    long query_by_tenant_and_person(Session session) {
        long invoices = 0;
        for (Person person : all(session, Person.class)) {
            var query = session.createQuery(
                    "select count(i) from Invoice i where i.tenant = :tenant and i.party.id = :id", Long.class);
            query.setParameter("tenant", "north");
            invoices += query.setParameter("id", person.getId()).getSingleResult(); // N+1: table Invoice
        }
        return invoices;
    }

    private static long invoicesOf(Session session, Party party) {
        var query = session.createQuery(
                "select count(i) from Invoice i where i.tenant = :tenant and i.party = :party", Long.class);
        query.setParameter("tenant", "north").setParameter("party", party);
        return query.getSingleResult(); // N+1: table Invoice for query_by_tenant_and_party
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int query_per_tenant(Session session) {
        int invoices = 0;
        for (String tenant : List.of("north", "south")) {
            invoices += session.createQuery("from Invoice i where i.tenant = :tenant", Invoice.class)
                    .setParameter("tenant", tenant)
                    .getResultList()
                    .size();
        }
        return invoices;
    }

    @Case(kind = REMEDY, statements = 2)
    int two_lists_by_two_queries(Session session) {
        List<Invoice> invoices = list(session, "from Invoice i left join fetch i.items", Invoice.class);
        int sum = list(session, "from Invoice i left join fetch i.reminders", Invoice.class)
                .size();
        for (Invoice invoice : invoices) {
            sum += invoice.getItems().size() + invoice.getReminders().size();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int bulk_update_per_tenant(Session session) {
        int updated = 0;
        for (String tenant : List.of("north", "south", "west")) {
            updated += session.createMutationQuery("update Invoice i set i.name = 'sent' where i.tenant = :tenant")
                    .setParameter("tenant", tenant)
                    .executeUpdate();
        }
        return updated;
    }
}
