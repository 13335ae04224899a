package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.library.Manuscript;
import com.acme.shop.Order;
import com.acme.stock.Profile;
import org.hibernate.Session;

/** Cases that the corpus runs with entities whose bytecode Hibernate enhanced. */
public final class EnhancedEntities {

    @Case(kind = POSITIVE, statements = 6)
    int enhanced_lazy_attribute(Session session) {
        int letters = 0;
        for (Profile profile : all(session, Profile.class)) {
            letters += profile.getBiography().length(); // N+1: Profile.biography
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1)
    int enhanced_lazy_attribute_projected(Session session) {
        int letters = 0;
        for (String biography : list(session, "select p.biography from Profile p", String.class)) {
            letters += biography.length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 11)
    int enhanced_collection(Session session) {
        int lines = 0;
        for (Order order : all(session, Order.class)) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 6)
    String enhanced_to_one(Session session) {
        // fix: left join fetch e.customer in the query at Queries.all
        // fix: leaves 1 statement
        StringBuilder names = new StringBuilder();
        for (Order order : all(session, Order.class)) {
            names.append(order.getCustomer().getName()); // N+1: Order.customer
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String enhanced_associations_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Order order : list(session, "from Order o join fetch o.customer left join fetch o.lines", Order.class)) {
            names.append(order.getCustomer().getName()).append(order.getLines().size());
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int enhanced_texts_left_for_later(Session session) {
        return all(session, Manuscript.class).size();
    }
}
