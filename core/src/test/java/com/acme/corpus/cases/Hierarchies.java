package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.delivery.AirShipment;
import com.acme.delivery.SeaShipment;
import com.acme.delivery.Shipment;
import com.acme.payment.CardPayment;
import com.acme.payment.Contract;
import com.acme.payment.Payment;
import org.hibernate.Session;

/** Associations that a superclass or a subclass declares. */
public final class Hierarchies {

    @Case(kind = POSITIVE, statements = 7)
    String to_one_of_a_joined_superclass(Session session) {
        StringBuilder names = new StringBuilder();
        for (Shipment shipment : all(session, Shipment.class)) {
            names.append(shipment.getCarrier().getName()); // N+1: Shipment.carrier
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String to_one_of_a_joined_superclass_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Shipment shipment : list(session, "from Shipment s join fetch s.carrier", Shipment.class)) {
            names.append(shipment.getCarrier().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 4)
    int collection_of_a_joined_superclass(Session session) {
        // fix: left join fetch e.pieces in the query at Queries.all
        // fix: leaves 1 statement
        int pieces = 0;
        for (AirShipment shipment : all(session, AirShipment.class)) {
            pieces += shipment.getPieces().size(); // N+1: Shipment.pieces
        }
        return pieces;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "collection_of_a_joined_superclass")
    int collection_of_a_joined_superclass_join_fetched(Session session) {
        int pieces = 0;
        for (AirShipment shipment : list(session, "from AirShipment s left join fetch s.pieces", AirShipment.class)) {
            pieces += shipment.getPieces().size();
        }
        return pieces;
    }

    @Case(kind = POSITIVE, statements = 4)
    String to_one_of_a_joined_subclass(Session session) {
        // fix: left join fetch treat(e as SeaShipment).harbour in the query at Queries.all
        // fix: leaves 1 statement
        StringBuilder names = new StringBuilder();
        for (Shipment shipment : all(session, Shipment.class)) {
            if (shipment instanceof SeaShipment sea) {
                names.append(sea.getHarbour().getName()); // N+1: SeaShipment.harbour
            }
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "to_one_of_a_joined_subclass")
    String to_one_of_a_joined_subclass_fetched_with_all(Session session) {
        StringBuilder names = new StringBuilder();
        String query = "from Shipment e left join fetch treat(e as SeaShipment).harbour order by e.id";
        for (Shipment shipment : list(session, query, Shipment.class)) {
            if (shipment instanceof SeaShipment sea) {
                names.append(sea.getHarbour().getName());
            }
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String to_one_of_a_joined_subclass_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (SeaShipment shipment : list(session, "from SeaShipment s join fetch s.harbour", SeaShipment.class)) {
            names.append(shipment.getHarbour().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    String to_one_of_a_single_table_superclass(Session session) {
        StringBuilder names = new StringBuilder();
        for (Payment payment : all(session, Payment.class)) {
            names.append(payment.getAccount().getName()); // N+1: Payment.account
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2, settings = "hibernate.default_batch_fetch_size=10")
    String to_one_of_a_single_table_superclass_in_a_batch(Session session) {
        StringBuilder names = new StringBuilder();
        for (Payment payment : all(session, Payment.class)) {
            names.append(payment.getAccount().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 4)
    int collection_of_a_single_table_superclass(Session session) {
        int references = 0;
        for (CardPayment payment : all(session, CardPayment.class)) {
            references += payment.getReferences().size(); // N+1: Payment.references
        }
        return references;
    }

    @Case(kind = REMEDY, statements = 1)
    int collection_of_a_single_table_superclass_join_fetched(Session session) {
        int references = 0;
        for (CardPayment payment :
                list(session, "from CardPayment p left join fetch p.references", CardPayment.class)) {
            references += payment.getReferences().size();
        }
        return references;
    }

    @Case(kind = POSITIVE, statements = 5)
    String to_one_of_a_mapped_superclass(Session session) {
        StringBuilder names = new StringBuilder();
        for (Contract contract : all(session, Contract.class)) {
            names.append(contract.getPayer().getName()); // N+1: Contract.payer
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 5)
    int collection_of_a_mapped_superclass(Session session) {
        int keywords = 0;
        for (Contract contract : all(session, Contract.class)) {
            keywords += contract.getKeywords().size(); // N+1: Contract.keywords
        }
        return keywords;
    }

    @Case(kind = REMEDY, statements = 1)
    int associations_of_a_mapped_superclass_join_fetched(Session session) {
        int keywords = 0;
        for (Contract contract :
                list(session, "from Contract c join fetch c.payer left join fetch c.keywords", Contract.class)) {
            keywords += contract.getPayer().getName().length()
                    + contract.getKeywords().size();
        }
        return keywords;
    }
}
