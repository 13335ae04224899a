package io.querybudget.demo.shop;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The examples of docs/findings.md, each with its repair. */
class FindingExamples {

    private final EntityManager entities;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final JsonMapper json = new JsonMapper();

    FindingExamples(EntityManager entities, DataSource dataSource, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Transactional(readOnly = true)
    List<CustomerCard> nPlusOne() {
        return entities.createQuery("select c from Customer c", Customer.class).getResultList().stream()
                .map(customer ->
                        new CustomerCard(customer.name(), customer.orders().size()))
                .toList();
    }

    @Transactional(readOnly = true)
    List<CustomerCard> nPlusOneRepaired() {
        return entities
                .createQuery("select c from Customer c left join fetch c.orders", Customer.class)
                .getResultList()
                .stream()
                .map(customer ->
                        new CustomerCard(customer.name(), customer.orders().size()))
                .toList();
    }

    @Transactional(readOnly = true)
    BigDecimal oversizedResult() {
        return entities.createQuery("select p from Product p", Product.class).getResultList().stream()
                .map(Product::stockValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Transactional(readOnly = true)
    BigDecimal oversizedResultRepaired() {
        return entities.createQuery("select sum(p.price * p.stock) from Product p", BigDecimal.class)
                .getSingleResult();
    }

    @Transactional(readOnly = true)
    List<Customer> cartesianProduct() {
        return entities.createQuery(
                        "select c from Customer c left join fetch c.addresses left join fetch c.orders", Customer.class)
                .getResultList();
    }

    @Transactional(readOnly = true)
    List<Customer> cartesianProductRepaired() {
        entities.createQuery("select c from Customer c left join fetch c.addresses", Customer.class)
                .getResultList();
        return entities.createQuery("select c from Customer c left join fetch c.orders", Customer.class)
                .getResultList();
    }

    @Transactional(readOnly = true)
    List<Customer> inMemoryPagination() {
        return entities.createQuery("select c from Customer c join fetch c.orders o order by o.id desc", Customer.class)
                .setMaxResults(2)
                .getResultList();
    }

    @Transactional(readOnly = true)
    List<Customer> inMemoryPaginationRepaired() {
        List<Long> page = entities.createQuery(
                        "select c.id from Customer c join c.orders o group by c.id order by max(o.id) desc", Long.class)
                .setMaxResults(2)
                .getResultList();
        return entities.createQuery(
                        "select c from Customer c join fetch c.orders o where c.id in :page order by o.id desc",
                        Customer.class)
                .setParameter("page", page)
                .getResultList();
    }

    @Transactional(readOnly = true)
    List<String> wideRead() {
        return entities.createQuery("select p from Photo p", Photo.class).getResultList().stream()
                .map(Photo::title)
                .toList();
    }

    @Transactional(readOnly = true)
    List<String> wideReadRepaired() {
        return entities.createQuery("select p.title from Photo p", String.class).getResultList();
    }

    @Transactional(readOnly = true)
    List<String> duplicate() {
        List<String> lines = new ArrayList<>();
        for (String name : List.of("Ada", "Grace", "Jean")) {
            lines.add(name + " is one of " + countCustomers());
        }
        return lines;
    }

    long countCustomers() {
        return entities.createQuery("select count(c) from Customer c", Long.class)
                .getSingleResult();
    }

    @Transactional(readOnly = true)
    List<String> duplicateRepaired() {
        long customers = countCustomers();
        return List.of("Ada", "Grace", "Jean").stream()
                .map(name -> name + " is one of " + customers)
                .toList();
    }

    void unbatchedWrites() {
        transaction.executeWithoutResult(reviews -> {
            for (String text : List.of("good", "cheap", "fast")) {
                entities.persist(new Review(text));
            }
        });
    }

    void unbatchedWritesRepaired() {
        transaction.executeWithoutResult(reviews -> {
            entities.unwrap(Session.class).setJdbcBatchSize(50);
            for (String text : List.of("good", "cheap", "fast")) {
                entities.persist(new Review(text));
            }
        });
    }

    void recreatedCollection() {
        transaction.executeWithoutResult(change -> holidays().tags().add("beach"));
    }

    void recreatedCollectionRepaired() {
        transaction.executeWithoutResult(change -> holidays().places().add("beach"));
    }

    private Album holidays() {
        return entities.createQuery("select a from Album a where a.title = 'Holidays'", Album.class)
                .getSingleResult();
    }

    void updateAfterInsert() {
        transaction.executeWithoutResult(change -> {
            Album weekend = new Album("Weekend");
            weekend.chapters().add(new Chapter("Saturday"));
            weekend.chapters().add(new Chapter("Sunday"));
            entities.persist(weekend);
        });
    }

    void updateAfterInsertRepaired() {
        transaction.executeWithoutResult(change -> {
            Album weekend = new Album("Weekend");
            weekend.pages().add(new Page("Saturday"));
            weekend.pages().add(new Page("Sunday"));
            entities.persist(weekend);
        });
    }

    void loadedToDelete() {
        transaction.executeWithoutResult(
                change -> entities.createQuery("select r from Review r where r.text like 'old %'", Review.class)
                        .getResultList()
                        .forEach(entities::remove));
    }

    void loadedToDeleteRepaired() {
        transaction.executeWithoutResult(
                change -> entities.createQuery("delete from Review r where r.text like 'old %'")
                        .executeUpdate());
    }

    void loadedForId() {
        transaction.executeWithoutResult(wish -> {
            Customer ada = entities.find(Customer.class, 1L);
            entities.persist(new Wish(ada, "a lamp"));
        });
    }

    void loadedForIdRepaired() {
        transaction.executeWithoutResult(wish -> {
            Customer ada = entities.getReference(Customer.class, 1L);
            entities.persist(new Wish(ada, "a lamp"));
        });
    }

    void growingSession() {
        transaction.executeWithoutResult(change -> {
            for (int i = 1; i <= 1_000; i++) {
                entities.persist(new Review("review " + i));
                if (i % 100 == 0) {
                    entities.flush();
                }
            }
        });
    }

    void growingSessionRepaired() {
        transaction.executeWithoutResult(change -> {
            for (int i = 1; i <= 1_000; i++) {
                entities.persist(new Review("review " + i));
                if (i % 100 == 0) {
                    entities.flush();
                    entities.clear();
                }
            }
        });
    }

    @Transactional
    List<String> dirtyChecks() {
        return entities
                .createQuery("select p from Product p order by p.id", Product.class)
                .setMaxResults(1_000)
                .getResultList()
                .stream()
                .limit(50)
                .map(product -> product.name() + " for " + countCustomers() + " customers")
                .toList();
    }

    @Transactional(readOnly = true)
    List<String> dirtyChecksRepaired() {
        return dirtyChecks();
    }

    @Transactional
    BigDecimal readOnlyUse() {
        return entities
                .createQuery("select p from Product p order by p.id", Product.class)
                .setMaxResults(1_000)
                .getResultList()
                .stream()
                .map(Product::stockValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Transactional(readOnly = true)
    BigDecimal readOnlyUseRepaired() {
        return readOnlyUse();
    }

    List<Object> chain() {
        List<Object> titles = new ArrayList<>();
        Object id = jdbc.queryForObject("select id from photo where title = 'first'", Long.class);
        while (id != null) {
            Map<String, Object> photo = jdbc.queryForMap("select title, next_id from photo where id = ?", id);
            titles.add(photo.get("title"));
            id = photo.get("next_id");
        }
        return titles;
    }

    @Transactional(readOnly = true)
    List<CustomerCard> batched() {
        entities.unwrap(Session.class).setFetchBatchSize(50);
        return entities.createQuery("select c from Customer c", Customer.class).getResultList().stream()
                .map(customer ->
                        new CustomerCard(customer.name(), customer.orders().size()))
                .toList();
    }

    int unclosedConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        return countProducts(connection);
    }

    int countProducts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from product")) {
            result.next();
            return result.getInt(1);
        }
    }

    int unclosedConnectionRepaired() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return countProducts(connection);
        }
    }

    void nestedConnection() {
        transaction.executeWithoutResult(order -> {
            countCustomers();
            ownTransaction.executeWithoutResult(receipt -> countCustomers());
        });
    }

    void nestedConnectionRepaired() {
        transaction.executeWithoutResult(order -> countCustomers());
        transaction.executeWithoutResult(receipt -> countCustomers());
    }

    void idleConnection() {
        transaction.executeWithoutResult(order -> {
            countCustomers();
            callThePaymentService();
            countCustomers();
        });
    }

    void idleConnectionRepaired() {
        transaction.executeWithoutResult(order -> countCustomers());
        callThePaymentService();
        transaction.executeWithoutResult(order -> countCustomers());
    }

    /** Answers after more than a second. */
    private static void callThePaymentService() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void separateCommits() {
        jdbc.update("update product set stock = stock - 1 where name = 'Product 1'");
        jdbc.update("update product set stock = stock + 1 where name = 'Product 2'");
    }

    @Transactional
    void separateCommitsRepaired() {
        separateCommits();
    }

    String separateReads() {
        Long products = jdbc.queryForObject("select count(*) from product", Long.class);
        Long soldOut = jdbc.queryForObject("select count(*) from product where stock = 0", Long.class);
        return soldOut + " of " + products + " products are sold out";
    }

    @Transactional(readOnly = true)
    String separateReadsRepaired() {
        return separateReads();
    }

    record CustomerAnswer(String name, Set<String> addresses) {}

    @Transactional(readOnly = true)
    String sqlInView() {
        Customer ada = entities.createQuery("select c from Customer c where c.name = 'Ada'", Customer.class)
                .getSingleResult();
        return json.writeValueAsString(new CustomerAnswer(ada.name(), ada.addresses()));
    }

    @Transactional(readOnly = true)
    String sqlInViewRepaired() {
        Customer ada = entities.createQuery(
                        "select c from Customer c left join fetch c.addresses where c.name = 'Ada'", Customer.class)
                .getSingleResult();
        return json.writeValueAsString(new CustomerAnswer(ada.name(), ada.addresses()));
    }
}
