package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.odd.Item;
import com.acme.odd.Oddities;
import com.acme.odd.Packet;
import com.acme.odd.Touchy;
import com.acme.odd.Voucher;
import io.querybudget.Analysis;
import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Owner;
import io.querybudget.Verdict;
import io.querybudget.detection.Detection;
import io.querybudget.sql.SqlText;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusualEntityTests {

    private Oddities oddities;
    private SessionFactory sessions;

    @BeforeEach
    void open() throws SQLException {
        oddities = Oddities.open();
        sessions = oddities.sessions();
    }

    @AfterEach
    void close() throws SQLException {
        Touchy.FAILING.set(false);
        sessions.close();
        oddities.close();
    }

    @Test
    void tells_apart_entities_of_one_simple_name() {
        Analysis analysis = Detection.analyse(Blocks.record(() -> {
            try (Session session = sessions.openSession()) {
                session.createQuery("from Item", Item.class)
                        .getResultList()
                        .forEach(item -> Hibernate.initialize(item.parts()));
                session.createQuery("from OtherItem", com.acme.odd.other.Item.class)
                        .getResultList()
                        .forEach(item -> Hibernate.initialize(item.parts()));
            }
        }));

        assertThat(analysis.findings(Verdict.PROVEN))
                .extracting(finding -> finding.associations().get(0).role())
                .containsExactly("com.acme.odd.Item.parts", "com.acme.odd.other.Item.parts");
        assertThat(analysis.findings()).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void tells_apart_inverse_sides_that_are_mapped_by_one_property_name() {
        List<ExecutedStatement> executed = Blocks.statements(() -> {
            try (Session session = sessions.openSession()) {
                session.createQuery("from Voucher", Voucher.class).getResultList();
            }
        });

        assertThat(executed.subList(1, executed.size()))
                .flatExtracting(each -> each.provenance().owners().stream()
                        .map(Owner::association)
                        .map(Association::path)
                        .map(path -> tuple(path, readsTable(each, path)))
                        .toList())
                .containsExactlyInAnyOrder(
                        tuple("receipt", true), tuple("receipt", true), tuple("refund", true), tuple("refund", true));
    }

    private static boolean readsTable(ExecutedStatement statement, String path) {
        String table = SqlText.of(statement.sql()).tables().iterator().next();
        return table.equalsIgnoreCase("Voucher$" + path);
    }

    @Test
    void calls_no_method_of_an_entity_that_hibernate_does_not_call() {
        Analysis analysis = Detection.analyse(Blocks.record(() -> {
            try (Session session = sessions.openSession()) {
                session.createQuery("from Touchy", Touchy.class)
                        .getResultList()
                        .forEach(touchy -> Hibernate.initialize(touchy.item()));
            }
        }));

        assertThat(analysis.findings(Verdict.PROVEN))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.associations().get(0).simpleRole()).isEqualTo("Touchy.item"));
    }

    @Test
    void a_getter_that_fails_does_not_reach_the_application() {
        List<ExecutedStatement> executed = Blocks.statements(() -> {
            try (Session session = sessions.openSession()) {
                session.setDefaultReadOnly(true);
                List<Touchy> all =
                        session.createQuery("from Touchy", Touchy.class).getResultList();
                Touchy.FAILING.set(true);
                all.forEach(touchy -> Hibernate.initialize(touchy.item()));
            }
        });

        assertThat(executed).hasSize(3);
    }

    @Test
    void follows_owners_whose_identifier_is_an_array() {
        Analysis analysis = Detection.analyse(Blocks.record(() -> {
            try (Session session = sessions.openSession()) {
                session.createQuery("from Packet p where p.outer is null", Packet.class)
                        .getResultList()
                        .forEach(packet -> Hibernate.initialize(packet.inner()));
            }
        }));

        assertThat(analysis.findings(Verdict.PROVEN))
                .flatExtracting(Finding::associations)
                .extracting(Association::simpleRole)
                .containsExactly("Packet.inner");
    }

    @Test
    void takes_no_reference_that_is_null_for_one() {
        Analysis analysis = Detection.analyse(Blocks.record(() -> {
            try (Session session = sessions.openSession()) {
                session.createQuery("from Packet p where p.outer is null order by p.code", Packet.class)
                        .getResultList()
                        .forEach(packet -> Hibernate.initialize(packet.item()));
            }
        }));

        assertThat(analysis.recording().total()).isEqualTo(2);
        assertThat(analysis.findings()).isEmpty();
    }

    @Test
    void reads_collections_with_elements_that_are_null() {
        Analysis analysis = Detection.analyse(Blocks.record(() -> {
            try (Session session = sessions.openSession()) {
                session.createQuery("from Packet", Packet.class)
                        .getResultList()
                        .forEach(packet -> assertThat(packet.labels()).containsExactly("first", null, "third"));
            }
        }));

        assertThat(analysis.findings(Verdict.PROVEN))
                .singleElement()
                .satisfies(finding -> assertThat(finding.statementIds()).hasSize(4));
    }

    @Test
    void names_an_entity_as_its_class_is_named() {
        assertThat(Association.simpleName("com.acme.Order")).isEqualTo("Order");
        assertThat(Association.simpleName("com.acme.Shop$Order")).isEqualTo("Order");
        assertThat(Association.simpleName("com.acme.Shop$1Order")).isEqualTo("Order");
        assertThat(Association.simpleName("com.acme.Price$")).isEqualTo("Price$");
        assertThat(Association.simpleName("com.acme.Shop$1")).isEqualTo("Shop$1");
        assertThat(Association.simpleName("Order")).isEqualTo("Order");
    }
}
