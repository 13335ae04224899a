package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.stock.Box;
import com.acme.stock.Campaign;
import com.acme.stock.Price;
import com.acme.stock.Quote;
import com.acme.stock.Shelf;
import org.hibernate.Session;

/** Keys of several columns, and rows that are only marked as deleted. */
public final class Keys {

    @Case(kind = POSITIVE, statements = 5)
    int collection_of_an_owner_with_an_embedded_id(Session session) {
        int boxes = 0;
        for (Shelf shelf : list(session, "from Shelf", Shelf.class)) {
            boxes += shelf.getBoxes().size(); // N+1: Shelf.boxes
        }
        return boxes;
    }

    @Case(kind = REMEDY, statements = 1)
    int collection_of_an_owner_with_an_embedded_id_join_fetched(Session session) {
        int boxes = 0;
        for (Shelf shelf : list(session, "from Shelf s left join fetch s.boxes", Shelf.class)) {
            boxes += shelf.getBoxes().size();
        }
        return boxes;
    }

    @Case(kind = POSITIVE, statements = 5)
    String to_one_with_an_embedded_id(Session session) {
        StringBuilder labels = new StringBuilder();
        for (Box box : all(session, Box.class)) {
            labels.append(box.getShelf().getLabel()); // N+1: Box.shelf
        }
        return labels.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String to_one_with_an_embedded_id_join_fetched(Session session) {
        StringBuilder labels = new StringBuilder();
        for (Box box : list(session, "from Box b join fetch b.shelf", Box.class)) {
            labels.append(box.getShelf().getLabel());
        }
        return labels.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    int collection_of_an_owner_with_an_id_class(Session session) {
        int remarks = 0;
        for (Price price : list(session, "from Price", Price.class)) {
            remarks += price.getRemarks().size(); // N+1: Price.remarks
        }
        return remarks;
    }

    @Case(kind = REMEDY, statements = 1)
    int collection_of_an_owner_with_an_id_class_join_fetched(Session session) {
        int remarks = 0;
        for (Price price : list(session, "from Price p left join fetch p.remarks", Price.class)) {
            remarks += price.getRemarks().size();
        }
        return remarks;
    }

    @Case(kind = POSITIVE, statements = 7)
    int to_one_with_an_id_class(Session session) {
        int cents = 0;
        for (Quote quote : all(session, Quote.class)) {
            cents += quote.getPrice().getCents(); // N+1: Quote.price
        }
        return cents;
    }

    @Case(kind = REMEDY, statements = 1)
    int to_one_with_an_id_class_join_fetched(Session session) {
        int cents = 0;
        for (Quote quote : list(session, "from Quote q join fetch q.price", Quote.class)) {
            cents += quote.getPrice().getCents();
        }
        return cents;
    }

    @Case(kind = POSITIVE, statements = 4)
    int collection_of_softly_deleted_entities(Session session) {
        int coupons = 0;
        for (Campaign campaign : all(session, Campaign.class)) {
            coupons += campaign.getCoupons().size(); // N+1: Campaign.coupons
        }
        return coupons;
    }

    @Case(kind = REMEDY, statements = 1)
    int collection_of_softly_deleted_entities_join_fetched(Session session) {
        int coupons = 0;
        for (Campaign campaign : list(session, "from Campaign c left join fetch c.coupons", Campaign.class)) {
            coupons += campaign.getCoupons().size();
        }
        return coupons;
    }
}
