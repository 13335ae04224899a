package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.forum.Writer;
import com.acme.shop.Product;
import com.acme.tuned.Currency;
import com.acme.tuned.Fee;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** JDBC with other keys, caches that know some rows, and chunks with a rest. */
public final class Odds {

    private static final String POSTS = "select count(*) from Post where topic_id = ?";

    @Case(kind = POSITIVE, statements = 5)
    int jdbc_query_by_two_columns(Connection connection) throws SQLException {
        int boxes = 0;
        String sql = "select count(*) from Box where shelf_aisle = ? and shelf_place = ?";
        try (Statement shelves = connection.createStatement();
                ResultSet rows = shelves.executeQuery("select aisle, place from Shelf order by place");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            while (rows.next()) {
                statement.setString(1, rows.getString(1));
                statement.setInt(2, rows.getInt(2));
                boxes += number(statement.executeQuery()); // N+1: table Box
            }
        }
        return boxes;
    }

    @Case(kind = POSITIVE, statements = 7)
    int jdbc_reversed_keys(Connection connection) throws SQLException {
        List<String> ids = texts(connection, "select id from Topic order by id");
        Collections.reverse(ids);
        int posts = 0;
        for (String id : ids) {
            try (PreparedStatement statement = connection.prepareStatement(POSTS)) {
                statement.setLong(1, Long.parseLong(id));
                posts += number(statement.executeQuery()); // N+1: table Post
            }
        }
        return posts;
    }

    /** An expression has no key, and a counter would yield the same numbers. */
    @Case(kind = POSITIVE, statements = 7)
    int jdbc_keys_of_an_expression(Connection connection) throws SQLException {
        int posts = 0;
        for (String id : texts(connection, "select cast(id as varchar(10)) from Topic order by id")) {
            try (PreparedStatement statement = connection.prepareStatement(POSTS)) {
                statement.setInt(1, Integer.parseInt(id));
                posts += number(statement.executeQuery()); // N+1 likely: table Post
            }
        }
        return posts;
    }

    @Case(kind = POSITIVE, statements = 4)
    int jdbc_every_second_row(Connection connection) throws SQLException {
        List<String> ids = texts(connection, "select id from Topic order by id");
        int posts = 0;
        for (int i = 1; i < ids.size(); i += 2) {
            try (PreparedStatement statement = connection.prepareStatement(POSTS)) {
                statement.setLong(1, Long.parseLong(ids.get(i)));
                posts += number(statement.executeQuery()); // N+1 likely: Topic.posts
            }
        }
        return posts;
    }

    @Case(kind = POSITIVE, statements = 3)
    int jdbc_two_rows(Connection connection) throws SQLException {
        int posts = 0;
        for (String id : texts(connection, "select id from Topic where name in ('Topic 2', 'Topic 5')")) {
            try (PreparedStatement statement = connection.prepareStatement(POSTS)) {
                statement.setObject(1, Long.valueOf(id));
                posts += number(statement.executeQuery()); // N+1: table Post
            }
        }
        return posts;
    }

    @Case(kind = REMEDY, statements = 1)
    int jdbc_group(Connection connection) throws SQLException {
        String sql = "select t.id, count(*) from Topic t left join Post p on p.topic_id = t.id group by t.id";
        return texts(connection, sql).size();
    }

    @Case(
            kind = POSITIVE,
            statements = 5,
            settings = "hibernate.cache.region.factory_class=com.acme.corpus.MapRegionFactory")
    String references_of_which_the_cache_knows_one(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        StringBuilder names = new StringBuilder();
        try (Session earlier = factory.openSession()) {
            names.append(earlier.find(Currency.class, 2L).getName());
        }
        for (Fee fee : all(session, Fee.class)) {
            names.append(fee.getCurrency().getName()); // N+1: Fee.currency
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int chunks_and_a_last_key(Session session) {
        List<Long> ids = list(session, "select p.id from Product p where p.id <= 11 order by p.id", Long.class);
        int products = 0;
        for (int start = 0; start < ids.size(); start += 5) {
            products += session.createQuery("from Product p where p.id in :ids", Product.class)
                    .setParameter("ids", ids.subList(start, Math.min(start + 5, ids.size())))
                    .getResultList()
                    .size();
        }
        return products;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int keyset_pages_by_name(Session session) {
        int read = 0;
        String last = "";
        List<Writer> page;
        do {
            page = session.createQuery("from Writer w where w.name > :last order by w.name", Writer.class)
                    .setParameter("last", last)
                    .setMaxResults(2)
                    .getResultList();
            read += page.size();
            last = page.get(page.size() - 1).getName();
        } while (page.size() == 2);
        return read;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    String current_user_of_each_feature(Session session) {
        String names = all(session, Writer.class).get(0).getName();
        return names + menu(session) + inbox(session) + profile(session);
    }

    private static String menu(Session session) {
        return current(session).getName();
    }

    private static String inbox(Session session) {
        return current(session).getName() + " (0)";
    }

    private static String profile(Session session) {
        return "Profile of " + current(session).getName();
    }

    private static Writer current(Session session) {
        session.clear();
        return session.find(Writer.class, 3L);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static int number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
