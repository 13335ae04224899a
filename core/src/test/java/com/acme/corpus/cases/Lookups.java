package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Product;
import com.acme.stock.StockItem;
import java.util.List;
import org.hibernate.KeyType;
import org.hibernate.Session;

/** Loops that look up one row at a time by hand. */
public final class Lookups {

    private static final String SOME_LINES = "from OrderLine l where l.order.id <= 2 order by l.id";
    private static final String SOME_PRODUCT_IDS =
            "select l.product.id from OrderLine l where l.order.id <= 2 order by l.id";

    @Case(kind = POSITIVE, statements = 7)
    String find_by_the_id_of_a_reference(Session session) {
        StringBuilder names = new StringBuilder();
        for (OrderLine line : list(session, SOME_LINES, OrderLine.class)) {
            Long id = line.getProduct().getId();
            names.append(session.find(Product.class, id).getName()); // N+1: table Product
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 11)
    String find_by_a_projected_id(Session session) {
        // fix: one query "select o from Order o where o.id in :ids" instead of one find each at
        // Lookups.find_by_a_projected_id
        // fix: leaves 2 statements
        StringBuilder names = new StringBuilder();
        for (Long id : list(session, "select o.id from Order o order by o.id", Long.class)) {
            names.append(session.find(Order.class, id).getName()); // N+1: table orders
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2, repairs = "find_by_a_projected_id", hibernate = 7)
    int find_multiple(Session session) {
        List<Long> ids = list(session, "select o.id from Order o order by o.id", Long.class);
        return session.findMultiple(Order.class, ids).size();
    }

    @Case(kind = POSITIVE, statements = 7)
    String reference_to_a_projected_id(Session session) {
        StringBuilder names = new StringBuilder();
        for (Long id : list(session, SOME_PRODUCT_IDS, Long.class)) {
            names.append(session.getReference(Product.class, id).getName()); // N+1: table Product
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1)
    long reference_of_which_only_the_key_is_used(Session session) {
        long sum = 0;
        for (Long id : list(session, SOME_PRODUCT_IDS, Long.class)) {
            sum += session.getReference(Product.class, id).getId();
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 7)
    String query_by_id(Session session) {
        // fix: one query "from Product p where p.id in :ids" at Lookups.query_by_id instead of one for each key
        // fix: leaves 2 statements
        StringBuilder names = new StringBuilder();
        for (Long id : list(session, SOME_PRODUCT_IDS, Long.class)) {
            var query = session.createQuery("from Product p where p.id = :id", Product.class);
            names.append(query.setParameter("id", id).getSingleResult().getName()); // N+1: table Product
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2, repairs = "query_by_id")
    int query_by_all_ids(Session session) {
        List<Long> ids = list(session, SOME_PRODUCT_IDS, Long.class);
        return session.createQuery("from Product p where p.id in :ids", Product.class)
                .setParameter("ids", ids)
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int query_by_foreign_key(Session session) {
        int lines = 0;
        for (Order order : openOrders(session)) {
            var query = session.createQuery("from OrderLine l where l.order.id = :order", OrderLine.class);
            lines += query.setParameter("order", order.getId()).getResultList().size(); // N+1: table OrderLine
        }
        return lines;
    }

    /** Both are about the lines of an order, but each has a repair of its own. */
    @Case(kind = POSITIVE, statements = 9)
    long two_queries_per_order(Session session) {
        long lines = 0;
        for (Order order : openOrders(session)) {
            lines += countBy(session, "OrderLine", "order", order).getSingleResult(); // N+1: table OrderLine
            lines += session.createQuery("select max(l.id) from OrderLine l where l.order = :order", Long.class)
                    .setParameter("order", order)
                    .getSingleResult(); // N+1: table OrderLine
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 5)
    int query_by_entity(Session session) {
        int lines = 0;
        for (Order order : openOrders(session)) {
            var query = session.createQuery("from OrderLine l where l.order = :order", OrderLine.class);
            lines += query.setParameter("order", order).getResultList().size(); // N+1: table OrderLine
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 2)
    int query_by_all_foreign_keys(Session session) {
        return session.createQuery("from OrderLine l where l.order in :orders", OrderLine.class)
                .setParameter("orders", openOrders(session))
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 7)
    String query_by_a_business_key(Session session) {
        StringBuilder names = new StringBuilder();
        for (StockItem item : all(session, StockItem.class)) {
            var query = session.createQuery("from Product p where p.sku = :sku", Product.class);
            names.append(
                    query.setParameter("sku", item.getSku()).getSingleResult().getName()); // N+1: table Product
        }
        return names.toString();
    }

    /** Three of six rows lead to a query, and no key of the schema relates the two columns. */
    @Case(kind = POSITIVE, statements = 4)
    String query_by_a_business_key_of_some_rows(Session session) {
        StringBuilder names = new StringBuilder();
        for (StockItem item : all(session, StockItem.class)) {
            if (item.getAmount() % 2 == 0) {
                var query = session.createQuery("from Product p where p.sku = :sku", Product.class);
                query.setParameter("sku", item.getSku());
                names.append(query.getSingleResult().getName()); // N+1 likely: table Product
            }
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2)
    int query_by_all_business_keys(Session session) {
        List<String> skus =
                all(session, StockItem.class).stream().map(StockItem::getSku).toList();
        return session.createQuery("from Product p where p.sku in :skus", Product.class)
                .setParameter("skus", skus)
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 7)
    @SuppressWarnings("deprecation") // Hibernate 6.6 has no other method for this.
    String simple_natural_id(Session session) {
        StringBuilder names = new StringBuilder();
        for (StockItem item : all(session, StockItem.class)) {
            names.append(
                    session.bySimpleNaturalId(Product.class).load(item.getSku()).getName()); // N+1: table Product
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7, hibernate = 7)
    String natural_id(Session session) {
        StringBuilder names = new StringBuilder();
        for (StockItem item : all(session, StockItem.class)) {
            names.append(
                    session.find(Product.class, item.getSku(), KeyType.NATURAL).getName()); // N+1: table Product
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2, hibernate = 7)
    int natural_ids_at_once(Session session) {
        List<String> skus =
                all(session, StockItem.class).stream().map(StockItem::getSku).toList();
        return session.findMultiple(Product.class, skus, KeyType.NATURAL).size();
    }

    @Case(kind = POSITIVE, statements = 5)
    long native_query(Session session) {
        long lines = 0;
        for (Order order : openOrders(session)) {
            var query = session.createNativeQuery("select count(*) from OrderLine where order_id = :id", Long.class);
            lines += query.setParameter("id", order.getId()).getSingleResult(); // N+1: table OrderLine
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 1)
    int native_query_with_a_group(Session session) {
        String query = "select o.id, count(*) from orders o join OrderLine l on l.order_id = o.id group by o.id";
        return session.createNativeQuery(query, Object[].class).getResultList().size();
    }

    @Case(kind = POSITIVE, statements = 9)
    long two_queries_per_row(Session session) {
        long sum = 0;
        for (Order order : openOrders(session)) {
            sum += countBy(session, "OrderLine", "order.id", order.getId()).getSingleResult(); // N+1: table OrderLine
            sum += countBy(session, "Note", "order.id", order.getId()).getSingleResult(); // N+1: table Note
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 7)
    long literal_in_the_query(Session session) {
        long products = 0;
        for (StockItem item : all(session, StockItem.class)) {
            String query = "select count(p) from Product p where p.sku = '" + item.getSku() + "'";
            products += session.createQuery(query, Long.class).getSingleResult(); // N+1: table Product
        }
        return products;
    }

    /** Each order asks for the products of its own lines, two, three, one and two of them: not all keys of the column, so they might come from elsewhere. */
    @Case(kind = POSITIVE, statements = 5)
    int short_in_list_per_row(Session session) {
        int products = 0;
        for (Order order : list(session, "from Order o join fetch o.lines where o.status = 'OPEN'", Order.class)) {
            List<Long> ids = order.getLines().stream()
                    .limit(order.getId() % 3 + 1)
                    .map(line -> line.getProduct().getId())
                    .toList();
            var query = session.createQuery("select p.name from Product p where p.id in :ids", String.class);
            products += query.setParameter("ids", ids).getResultList().size(); // N+1 likely: table Product
        }
        return products;
    }

    /** The keys come from outside, and merging reads each row first. */
    @Case(kind = POSITIVE, statements = 5)
    String merge_of_assigned_ids(Session session) {
        StringBuilder names = new StringBuilder();
        for (long id = 901; id <= 905; id++) {
            Product product = new Product(id, "Imported " + id, "IMPORT-" + id);
            names.append(session.merge(product).getName()); // N+1 likely: table Product
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 1, hibernate = 7)
    int merge_of_rows_that_were_read_at_once(Session session) {
        int merged =
                session.findMultiple(Product.class, List.of(1L, 2L, 3L, 4L, 5L)).size();
        for (long id = 1; id <= 5; id++) {
            merged += session.merge(new Product(id, "Imported " + id, "SKU-" + (100 + id)))
                    .getName()
                    .length();
        }
        return merged;
    }
}
