package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.delivery.Parcel;
import com.acme.shop.Customer;
import com.acme.shop.Discount;
import com.acme.shop.Order;
import com.acme.shop.Product;
import jakarta.persistence.EntityGraph;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** Collections of any form, touched for each owner of a result. */
public final class LazyCollections {

    @Case(kind = POSITIVE, statements = 11)
    int list_of_entities(Session session) {
        // fix: left join fetch e.lines in the query at Queries.all
        // fix: leaves 1 statement
        int lines = 0;
        for (Order order : all(session, Order.class)) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "list_of_entities")
    int list_of_entities_join_fetched(Session session) {
        int lines = 0;
        for (Order order : list(session, "from Order o left join fetch o.lines", Order.class)) {
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 11)
    int set_of_entities(Session session) {
        int notes = 0;
        for (Order order : all(session, Order.class)) {
            notes += order.getNotes().size(); // N+1: Order.notes
        }
        return notes;
    }

    @Case(kind = REMEDY, statements = 1)
    int set_of_entities_by_entity_graph(Session session) {
        EntityGraph<Order> graph = session.createEntityGraph(Order.class);
        graph.addAttributeNodes("notes");
        List<Order> orders = session.createQuery("from Order", Order.class)
                .setHint("jakarta.persistence.fetchgraph", graph)
                .getResultList();
        int notes = 0;
        for (Order order : orders) {
            notes += order.getNotes().size();
        }
        return notes;
    }

    @Case(kind = POSITIVE, statements = 13)
    int map_of_entities(Session session) {
        int letters = 0;
        for (Product product : all(session, Product.class)) {
            letters += product.getTranslations().get("de").getName().length(); // N+1: Product.translations
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1)
    int map_of_entities_join_fetched(Session session) {
        int letters = 0;
        for (Product product : list(session, "from Product p left join fetch p.translations", Product.class)) {
            letters += product.getTranslations().get("de").getName().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 6)
    int set_of_elements(Session session) {
        int tags = 0;
        for (Customer customer : all(session, Customer.class)) {
            tags += customer.getTags().size(); // N+1: Customer.tags
        }
        return tags;
    }

    @Case(kind = REMEDY, statements = 2, settings = "hibernate.default_batch_fetch_size=10")
    int set_of_elements_in_a_batch(Session session) {
        int tags = 0;
        for (Customer customer : all(session, Customer.class)) {
            tags += customer.getTags().size();
        }
        return tags;
    }

    @Case(kind = POSITIVE, statements = 6)
    int map_of_elements(Session session) {
        int preferences = 0;
        for (Customer customer : all(session, Customer.class)) {
            preferences += customer.getPreferences().size(); // N+1: Customer.preferences
        }
        return preferences;
    }

    @Case(kind = REMEDY, statements = 1)
    int map_of_elements_join_fetched(Session session) {
        int preferences = 0;
        for (Customer customer : list(session, "from Customer c left join fetch c.preferences", Customer.class)) {
            preferences += customer.getPreferences().size();
        }
        return preferences;
    }

    @Case(kind = POSITIVE, statements = 6)
    int many_to_many(Session session) {
        int favourites = 0;
        for (Customer customer : all(session, Customer.class)) {
            favourites += customer.getFavourites().size(); // N+1: Customer.favourites
        }
        return favourites;
    }

    @Case(kind = REMEDY, statements = 1)
    int many_to_many_join_fetched(Session session) {
        int favourites = 0;
        for (Customer customer : list(session, "from Customer c left join fetch c.favourites", Customer.class)) {
            favourites += customer.getFavourites().size();
        }
        return favourites;
    }

    @Case(kind = POSITIVE, statements = 11)
    String list_with_an_order_column(Session session) {
        StringBuilder remarks = new StringBuilder();
        for (Order order : all(session, Order.class)) {
            remarks.append(order.getRemarks().get(0)); // N+1: Order.remarks
        }
        return remarks.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String list_with_an_order_column_join_fetched(Session session) {
        StringBuilder remarks = new StringBuilder();
        for (Order order : list(session, "from Order o left join fetch o.remarks", Order.class)) {
            remarks.append(order.getRemarks().get(0));
        }
        return remarks.toString();
    }

    @Case(kind = POSITIVE, statements = 11)
    int list_of_embeddables(Session session) {
        int percent = 0;
        for (Order order : all(session, Order.class)) {
            for (Discount discount : order.getDiscounts()) { // N+1: Order.discounts
                percent += discount.getPercent();
            }
        }
        return percent;
    }

    @Case(kind = REMEDY, statements = 1)
    int list_of_embeddables_join_fetched(Session session) {
        int percent = 0;
        for (Order order : list(session, "from Order o left join fetch o.discounts", Order.class)) {
            for (Discount discount : order.getDiscounts()) {
                percent += discount.getPercent();
            }
        }
        return percent;
    }

    @Case(kind = POSITIVE, statements = 6)
    int collection_in_an_embeddable(Session session) {
        int phones = 0;
        for (Customer customer : all(session, Customer.class)) {
            phones += customer.getHome().getPhones().size(); // N+1: Customer.home.phones
        }
        return phones;
    }

    @Case(kind = REMEDY, statements = 1)
    int collection_in_an_embeddable_join_fetched(Session session) {
        int phones = 0;
        for (Customer customer : list(session, "from Customer c left join fetch c.home.phones", Customer.class)) {
            phones += customer.getHome().getPhones().size();
        }
        return phones;
    }

    @Case(kind = POSITIVE, statements = 3)
    int two_rows(Session session) {
        int lines = 0;
        for (Order order : list(session, "from Order o where o.id <= 2", Order.class)) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 5001)
    int thousands_of_rows(Session session) {
        int scans = 0;
        Query<Parcel> parcels = session.createQuery("from Parcel p order by p.id", Parcel.class);
        for (Parcel parcel : parcels.getResultList()) { // oversized result likely: table Parcel
            scans += parcel.getScans().size(); // N+1: Parcel.scans
        }
        return scans;
    }

    @Case(kind = POSITIVE, statements = 6, settings = "hibernate.default_batch_fetch_size=1000")
    int thousands_of_rows_in_batches(Session session) {
        int scans = 0;
        Query<Parcel> parcels = session.createQuery("from Parcel p order by p.id", Parcel.class);
        for (Parcel parcel : parcels.getResultList()) { // oversized result likely: table Parcel
            scans += parcel.getScans().size();
        }
        return scans;
    }
}
