package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Documents in folders, which are a tree by their paths: rows are looked up by how a text of theirs begins. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Archive {

    private static final String BELOW = "select count(*) from Document where path like concat(?, '/%')";

    @Case(kind = POSITIVE, statements = 5)
    long documents_below_each_folder(Session session) {
        // fix: one query that joins document with the rows that the keys come from at
        // Archive.documents_below_each_folder instead of one for each key
        // fix: leaves 2 statements
        long documents = 0;
        for (Folder folder : all(session, Folder.class)) {
            documents += session.createQuery(
                            "select count(d) from Document d where d.path like concat(:path, '/%')", Long.class)
                    .setParameter("path", folder.getPath())
                    .getSingleResult(); // N+1 likely: table Document
        }
        return documents;
    }

    @Case(kind = REMEDY, statements = 1)
    int documents_joined_with_folders(Session session) {
        String query = "select f.id, count(d) from Folder f left join Document d on d.path like concat(f.path, '/%')"
                + " group by f.id";
        return list(session, query, Object[].class).size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int prefixes_made_by_the_code(Session session) {
        int documents = 0;
        for (Folder folder : all(session, Folder.class)) {
            documents += below(session, folder.getPath() + "/%").size();
        }
        return documents;
    }

    private static List<String> below(Session session, String pattern) {
        return session.createQuery("select d.title from Document d where d.path like :pattern", String.class)
                .setParameter("pattern", pattern)
                .getResultList(); // N+1 likely: table Document for prefixes_made_by_the_code
    }

    @Case(kind = POSITIVE, statements = 5)
    int prefixes_with_an_escape_character(Session session) {
        int documents = 0;
        for (Folder folder : all(session, Folder.class)) {
            String pattern = folder.getPath().replace("_", "\\_") + "/%";
            documents += session.createQuery(
                            "select d.id from Document d where d.path like :pattern escape '\\'", Integer.class)
                    .setParameter("pattern", pattern)
                    .getResultList() // N+1 likely: table Document
                    .size();
        }
        return documents;
    }

    @Case(kind = POSITIVE, statements = 5)
    int prefixes_in_criteria(Session session) {
        int documents = 0;
        var builder = session.getCriteriaBuilder();
        for (Folder folder : all(session, Folder.class)) {
            var query = builder.createQuery(Document.class);
            query.where(builder.like(query.from(Document.class).get("path"), folder.getPath() + "/%"));
            documents += session.createQuery(query).getResultList().size(); // N+1 likely: table Document
        }
        return documents;
    }

    @Case(kind = POSITIVE, statements = 5)
    long folders_below_each_folder(Session session) {
        long folders = 0;
        for (Folder folder : all(session, Folder.class)) {
            folders += session.createQuery("select count(f) from Folder f where f.path like :below", Long.class)
                    .setParameter("below", folder.getPath() + "/%")
                    .getSingleResult(); // N+1 likely: table Folder
        }
        return folders;
    }

    @Case(kind = POSITIVE, statements = 4)
    long documents_below_open_folders(Session session) {
        long documents = 0;
        for (Folder folder : all(session, Folder.class)) {
            if (folder.isOpen()) {
                documents += session.createNativeQuery(
                                "select count(*) from Document d where d.path like :path || '/%'", Long.class)
                        .setParameter("path", folder.getPath())
                        .getSingleResult(); // N+1 likely: table Document
            }
        }
        return documents;
    }

    @Case(kind = POSITIVE, statements = 5)
    long notes_by_a_column_named_after_the_path(Session session) {
        long notes = 0;
        for (Folder folder : all(session, Folder.class)) {
            notes += session.createQuery("select count(n) from Memo n where n.folderPath like :below", Long.class)
                    .setParameter("below", folder.getPath() + "%")
                    .getSingleResult(); // N+1 likely: table Memo
        }
        return notes;
    }

    @Case(kind = POSITIVE, statements = 5)
    int documents_below_kept_paths(Connection connection) throws SQLException {
        int documents = 0;
        for (String path : texts(connection, "select path from Folder order by id")) {
            try (PreparedStatement statement = connection.prepareStatement(BELOW)) {
                statement.setString(1, path);
                documents += number(statement.executeQuery()); // N+1 likely: table Document
            }
        }
        return documents;
    }

    @Case(kind = POSITIVE, statements = 5)
    int documents_below_paths_in_the_text(Connection connection) throws SQLException {
        int documents = 0;
        for (String path : texts(connection, "select path from Folder order by id")) {
            try (Statement statement = connection.createStatement()) {
                String query = "select count(*) from Document where path like '" + path + "/%'";
                documents += number(statement.executeQuery(query)); // N+1 likely: table Document
            }
        }
        return documents;
    }

    /** Each row is asked for while it is being read. */
    @Case(kind = POSITIVE, statements = 5)
    int documents_below_an_open_result(Connection connection) throws SQLException {
        int documents = 0;
        try (Statement folders = connection.createStatement();
                ResultSet rows = folders.executeQuery("select path from Folder order by id");
                PreparedStatement below = connection.prepareStatement(BELOW)) {
            while (rows.next()) {
                below.setString(1, rows.getString(1));
                documents += number(below.executeQuery()); // N+1: table Document
            }
        }
        return documents;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int search_box(Session session) {
        return all(session, Folder.class).size()
                + below(session, "/contracts/%").size();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int one_folder_below(Session session) {
        return below(session, all(session, Folder.class).get(1).getPath() + "/%")
                .size();
    }

    /** Each keystroke asks for suggestions; the titles stand on the same screen. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    int suggestions_per_keystroke(Session session) {
        int suggestions = all(session, Document.class).size();
        for (int length = 1; length <= 5; length++) {
            suggestions += titled(session, "Lease".substring(0, length) + "%").size();
        }
        return suggestions;
    }

    private static List<String> titled(Session session, String pattern) {
        return session.createQuery("select d.title from Document d where d.title like :pattern", String.class)
                .setParameter("pattern", pattern)
                .getResultList();
    }

    /** The user types until one document is left: the first suggestions were found, and read. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    int suggestions_until_one_is_left(Session session) {
        int keystrokes = 0;
        String typed = "Le";
        List<String> found = titled(session, typed + "%");
        while (found.size() > 1) {
            typed = found.get(0).substring(0, typed.length() + 1);
            found = titled(session, typed + "%");
            keystrokes++;
        }
        return keystrokes;
    }

    /** The letters of the register are counted by the code; the shelves have letters too. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    int register_of_letters(Session session) {
        int documents = all(session, Shelf.class).size();
        for (char letter = 'A'; letter <= 'D'; letter++) {
            documents += titled(session, letter + "%").size();
        }
        return documents;
    }

    /** The kinds of a document begin its title, and are constants of the code. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int configured_beginnings(Session session) {
        int documents = all(session, Kind.class).size();
        for (String kind : List.of("Deed", "Lease", "Map")) {
            documents += titled(session, kind + "%").size();
        }
        return documents;
    }

    /** Years of file numbers, counted by the code while the years are listed in a table of the same column. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long files_by_year(Session session) {
        long files = all(session, Volume.class).size();
        for (int year = 2021; year <= 2024; year++) {
            files += session.createQuery("select count(f) from CaseFile f where f.number like :begins", Long.class)
                    .setParameter("begins", year + "%")
                    .getSingleResult();
        }
        return files;
    }

    /** Three words that a user searched for, anywhere in the text; each is a title, too. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int words_of_a_search(Session session) {
        int documents = all(session, Document.class).size();
        for (String word : List.of("Map", "Lease", "Deed")) {
            documents += titled(session, "%" + word + "%").size();
        }
        return documents;
    }

    /** One page after the other of what one pattern finds. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int pages_of_one_pattern(Session session) {
        int documents = all(session, Folder.class).size();
        for (int first = 0; first < 6; first += 2) {
            documents += session.createQuery("from Document d where d.path like :below order by d.id", Document.class)
                    .setParameter("below", "/contracts%")
                    .setFirstResult(first)
                    .setMaxResults(2)
                    .getResultList()
                    .size();
        }
        return documents;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int folders_named_on_separate_lines(Session session) {
        List<Folder> folders = all(session, Folder.class);
        int first = below(session, folders.get(0).getPath() + "/%").size();
        int second = below(session, folders.get(1).getPath() + "/%").size();
        return first + second + below(session, folders.get(2).getPath() + "/%").size();
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

    @Entity(name = "Folder")
    public static class Folder {
        @Id
        private Integer id;

        private String path;

        private boolean open;

        public String getPath() {
            return path;
        }

        public boolean isOpen() {
            return open;
        }
    }

    @Entity(name = "Document")
    public static class Document {
        @Id
        private Integer id;

        private String path;

        private String title;
    }

    @Entity(name = "Memo")
    public static class Memo {
        @Id
        private Integer id;

        private String folderPath;
    }

    @Entity(name = "Shelf")
    public static class Shelf {
        @Id
        private Integer id;

        private String title;
    }

    @Entity(name = "Kind")
    public static class Kind {
        @Id
        private Integer id;

        private String name;
    }

    @Entity(name = "Volume")
    public static class Volume {
        @Id
        private Integer id;

        private String number;
    }

    @Entity(name = "CaseFile")
    public static class CaseFile {
        @Id
        private Integer id;

        private String number;
    }
}
