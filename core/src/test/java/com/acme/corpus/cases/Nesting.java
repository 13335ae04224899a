package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.shop.Category;
import com.acme.shop.Customer;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Product;
import java.util.List;
import org.hibernate.Session;

/** Loops in loops, several loops in one unit of work, and walks over trees. */
public final class Nesting {

    @Case(kind = POSITIVE, statements = 17)
    String two_levels(Session session) {
        // fix: left join fetch o.lines l left join fetch l.product in the query at Queries.openOrders
        // fix: leaves 1 statement
        StringBuilder names = new StringBuilder();
        for (Order order : openOrders(session)) {
            for (OrderLine line : order.getLines()) { // N+1: Order.lines
                names.append(line.getProduct().getName()); // N+1: OrderLine.product in Order.lines
            }
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "two_levels")
    String two_levels_join_fetched(Session session) {
        String query = "from Order o join fetch o.lines l join fetch l.product where o.status = 'OPEN'";
        StringBuilder names = new StringBuilder();
        for (Order order : list(session, query, Order.class)) {
            for (OrderLine line : order.getLines()) {
                names.append(line.getProduct().getName());
            }
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 29)
    int three_levels(Session session) {
        int translations = 0;
        for (Order order : openOrders(session)) {
            for (OrderLine line : order.getLines()) { // N+1: Order.lines
                Product product = line.getProduct();
                if (product.getSku() != null) { // N+1: OrderLine.product in Order.lines
                    translations += product.getTranslations().size(); // N+1: Product.translations in OrderLine.product
                }
            }
        }
        return translations;
    }

    @Case(kind = REMEDY, statements = 4, settings = "hibernate.default_batch_fetch_size=20")
    int three_levels_in_batches(Session session) {
        int translations = 0;
        for (Order order : openOrders(session)) {
            for (OrderLine line : order.getLines()) {
                translations += line.getProduct().getTranslations().size();
            }
        }
        return translations;
    }

    @Case(kind = POSITIVE, statements = 9)
    int to_one_below_a_to_one(Session session) {
        int tags = 0;
        for (Order order : openOrders(session)) {
            Customer customer = order.getCustomer();
            tags += customer.getEmail().length(); // N+1: Order.customer
            tags += customer.getTags().size(); // N+1: Customer.tags in Order.customer
        }
        return tags;
    }

    @Case(kind = REMEDY, statements = 1)
    int to_one_below_a_to_one_join_fetched(Session session) {
        String query = "from Order o join fetch o.customer c left join fetch c.tags where o.status = 'OPEN'";
        int tags = 0;
        for (Order order : list(session, query, Order.class)) {
            tags += order.getCustomer().getTags().size();
        }
        return tags;
    }

    @Case(kind = POSITIVE, statements = 21)
    int two_loops_over_one_result(Session session) {
        // fix: left join fetch e.lines in the query at Queries.all
        // fix: @BatchSize(size = 50) on Order.notes, because Queries.all would multiply rows by fetching a second
        // collection
        // fix: together they leave 2 statements
        List<Order> orders = all(session, Order.class);
        int sum = 0;
        for (Order order : orders) {
            sum += order.getLines().size(); // N+1: Order.lines
        }
        for (Order order : orders) {
            sum += order.getNotes().size(); // N+1: Order.notes
        }
        return sum;
    }

    @Case(kind = REMEDY, statements = 2)
    int two_loops_over_one_result_that_two_queries_fetched(Session session) {
        List<Order> orders = list(session, "from Order o left join fetch o.lines", Order.class);
        List<Order> same = list(session, "from Order o left join fetch o.notes", Order.class);
        int sum = same.size();
        for (Order order : orders) {
            sum += order.getLines().size() + order.getNotes().size();
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 12)
    int one_association_in_two_loops(Session session) {
        int sum = 0;
        for (Order order : openOrders(session)) {
            sum += order.getLines().size(); // N+1: Order.lines
        }
        for (Order order : list(session, "from Order o where o.status = 'PAID'", Order.class)) {
            sum += order.getLines().size(); // N+1: Order.lines
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 8)
    int recursion_over_a_tree(Session session) {
        return size(session.find(Category.class, 1L));
    }

    private static int size(Category category) {
        int size = 1;
        for (Category child : category.getChildren()) { // N+1: Category.children for recursion_over_a_tree
            size += size(child);
        }
        return size;
    }

    @Case(kind = REMEDY, statements = 1)
    int recursion_over_a_tree_that_one_query_fetched(Session session) {
        return size(list(session, "from Category c left join fetch c.children order by c.id", Category.class)
                .get(0));
    }

    @Case(kind = POSITIVE, statements = 7)
    int recursion_by_queries(Session session) {
        return size(session, 1L);
    }

    private static int size(Session session, Long parent) {
        var query = session.createQuery("select c.id from Category c where c.parent.id = :parent", Long.class);
        query.setParameter("parent", parent);
        int size = 1;
        for (Long child : query.getResultList()) { // N+1: table Category for recursion_by_queries
            size += size(session, child);
        }
        return size;
    }

    @Case(
            kind = REMEDY,
            statements = 2,
            repairs = "two_loops_over_one_result",
            settings = "hibernate.default_batch_fetch_size=50")
    int two_loops_over_one_result_that_is_fetched_and_batched(Session session) {
        int sum = 0;
        for (Order order : list(session, "from Order o left join fetch o.lines", Order.class)) {
            sum += order.getLines().size() + order.getNotes().size();
        }
        return sum;
    }
}
