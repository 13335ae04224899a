package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Address;
import com.acme.shop.Customer;
import com.acme.shop.Order;
import com.acme.shop.Product;
import com.acme.shop.Question;
import com.acme.shop.Review;
import com.acme.stock.Attachment;
import com.acme.stock.Barcode;
import com.acme.stock.Offer;
import com.acme.stock.Profile;
import java.util.List;
import org.hibernate.Session;

/** References to one entity, touched for each owner of a result. */
public final class LazyToOnes {

    @Case(kind = POSITIVE, statements = 6)
    String many_to_one(Session session) {
        // fix: left join fetch e.customer in the query at Queries.all
        // fix: leaves 1 statement
        StringBuilder names = new StringBuilder();
        for (Order order : all(session, Order.class)) {
            names.append(order.getCustomer().getName()); // N+1: Order.customer
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "many_to_one")
    String many_to_one_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Order order : list(session, "from Order o join fetch o.customer", Order.class)) {
            names.append(order.getCustomer().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 5)
    String many_to_one_in_an_embeddable(Session session) {
        StringBuilder names = new StringBuilder();
        for (Customer customer : all(session, Customer.class)) {
            names.append(customer.getHome().getCountry().getName()); // N+1: Customer.home.country
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String many_to_one_in_an_embeddable_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Customer customer : list(session, "from Customer c join fetch c.home.country", Customer.class)) {
            names.append(customer.getHome().getCountry().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 21)
    String two_attributes_of_one_target(Session session) {
        StringBuilder names = new StringBuilder();
        for (Order order : all(session, Order.class)) {
            names.append(order.getBilling().getName()); // N+1: Order.billing
            names.append(order.getShipping().getName()); // N+1: Order.shipping
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 21)
    int two_attributes_of_one_target_on_one_line(Session session) {
        int sum = 0;
        for (Order order : all(session, Order.class)) {
            Address billing = order.getBilling();
            Address shipping = order.getShipping();
            sum += length(billing.getName(), shipping.getName()); // N+1: Order.billing and Order.shipping
        }
        return sum;
    }

    private static int length(String first, String second) {
        return first.length() + second.length();
    }

    @Case(kind = POSITIVE, statements = 21)
    String two_attributes_by_one_method(Session session) {
        StringBuilder names = new StringBuilder();
        for (Order order : all(session, Order.class)) {
            names.append(label(order.getBilling()));
            names.append(label(order.getShipping()));
        }
        return names.toString();
    }

    private static String label(Address address) {
        String name = address.getName(); // N+1: Order.billing and Order.shipping for two_attributes_by_one_method
        return name.strip();
    }

    @Case(kind = REMEDY, statements = 1)
    String two_attributes_of_one_target_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Order order : list(session, "from Order o join fetch o.billing join fetch o.shipping", Order.class)) {
            names.append(label(order.getBilling()));
            names.append(label(order.getShipping()));
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    String shared_proxies_that_one_attribute_explains(Session session) {
        List<Question> questions = all(session, Question.class);
        StringBuilder names = new StringBuilder().append(questions.size());
        for (Review review : all(session, Review.class)) {
            names.append(review.getAuthor().getName()); // N+1: Review.author
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 5)
    String shared_proxies_that_two_attributes_explain(Session session) {
        // fix: for Question.author left join fetch e.author in the query at Queries.all, for Review.author left join
        // fetch e.author in the query at Queries.all
        // fix: leaves 2 statements
        List<Review> reviews = all(session, Review.class);
        StringBuilder names = new StringBuilder().append(reviews.size());
        for (Question question : all(session, Question.class)) {
            names.append(question.getAuthor().getName()); // N+1: Question.author or Review.author
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2)
    String shared_proxies_join_fetched(Session session) {
        List<Question> questions = all(session, Question.class);
        StringBuilder names = new StringBuilder().append(questions.size());
        for (Review review : list(session, "from Review r join fetch r.author", Review.class)) {
            names.append(review.getAuthor().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 6)
    String one_to_one_that_shares_the_key(Session session) {
        StringBuilder names = new StringBuilder();
        for (Profile profile : all(session, Profile.class)) {
            names.append(profile.getCustomer().getName()); // N+1: Profile.customer
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String one_to_one_that_shares_the_key_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Profile profile : list(session, "from Profile p join fetch p.customer", Profile.class)) {
            names.append(profile.getCustomer().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 5)
    String reference_to_any_entity(Session session) {
        // fix: @BatchSize(size = 50) on the entities that Attachment.subject refers to, because no query fetches what
        // may be of any type
        // fix: leaves 2 statements
        StringBuilder names = new StringBuilder();
        for (Attachment attachment : all(session, Attachment.class)) {
            names.append(attachment.getSubject().getName()); // N+1: Attachment.subject
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2)
    String reference_to_any_entity_loaded_before(Session session) {
        List<Product> products = all(session, Product.class);
        StringBuilder names = new StringBuilder().append(products.size());
        for (Attachment attachment : all(session, Attachment.class)) {
            names.append(attachment.getSubject().getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 6)
    String many_to_one_by_a_formula(Session session) {
        StringBuilder names = new StringBuilder();
        for (Offer offer : all(session, Offer.class)) {
            names.append(offer.getSupplier().getName()); // N+1: Offer.supplier
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    String many_to_one_by_a_formula_join_fetched(Session session) {
        StringBuilder names = new StringBuilder();
        for (Offer offer : list(session, "from Offer o join fetch o.supplier", Offer.class)) {
            names.append(offer.getSupplier().getName());
        }
        return names.toString();
    }

    /** Hibernate has no proxy for a reference to another key than the primary one, so the query itself loads each. */
    @Case(kind = POSITIVE, statements = 5)
    int many_to_one_by_a_unique_key(Session session) {
        var query = session.createQuery("from Barcode", Barcode.class);
        return query.getResultList().size(); // N+1: Barcode.product
    }

    @Case(kind = REMEDY, statements = 1)
    int many_to_one_by_a_unique_key_join_fetched(Session session) {
        return list(session, "from Barcode b join fetch b.product", Barcode.class)
                .size();
    }

    @Case(
            kind = REMEDY,
            statements = 2,
            repairs = "reference_to_any_entity",
            settings = "hibernate.default_batch_fetch_size=50")
    String reference_to_any_entity_in_a_batch(Session session) {
        StringBuilder names = new StringBuilder();
        for (Attachment attachment : all(session, Attachment.class)) {
            names.append(attachment.getSubject().getName());
        }
        return names.toString();
    }
}
