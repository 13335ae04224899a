package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
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

/** Gates of toll roads, whose numbers rise and are no keys that anything tells of. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Toll {

    @Case(kind = POSITIVE, statements = 5)
    long passages_by_gate_number(Session session) {
        long passages = 0;
        for (Gate gate : all(session, Gate.class)) {
            passages += countBy(session, "Passage", "gateNo", gate.getGateNo())
                    .getSingleResult(); // N+1 likely: table Passage
        }
        return passages;
    }

    @Case(kind = POSITIVE, statements = 5)
    int passages_by_kept_numbers(Connection connection) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select gateNo from Gate order by gateNo")) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        int passages = 0;
        try (PreparedStatement count = connection.prepareStatement("select count(*) from Passage where gateNo = ?")) {
            for (Integer number : numbers) {
                count.setInt(1, number);
                ResultSet rows = count.executeQuery(); // N+1 likely: table Passage
                passages += rows.next() ? rows.getInt(1) : 0;
            }
        }
        return passages;
    }

    @Case(kind = POSITIVE, statements = 5)
    long alarms_by_a_column_named_after_the_code(Session session) {
        long alarms = 0;
        for (Lane lane : all(session, Lane.class)) {
            alarms +=
                    countBy(session, "Alarm", "laneCode", lane.getCode()).getSingleResult(); // N+1 likely: table Alarm
        }
        return alarms;
    }

    @Case(kind = REMEDY, statements = 1)
    int passages_grouped_by_gate_number(Session session) {
        return list(session, "select p.gateNo, count(p) from Passage p group by p.gateNo", Object[].class)
                .size();
    }

    /** The limits of the fines are constants of the code; those of the law are a table. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long passages_by_speed(Session session) {
        long passages = all(session, Fine.class).size();
        for (int speed : List.of(21, 26, 31, 41)) {
            passages += countBy(session, "Passage", "tooFast", speed).getSingleResult();
        }
        return passages;
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    long passages_by_year_of_renewal(Session session) {
        long passages = all(session, Renewal.class).size();
        for (int year : List.of(2019, 2021, 2022, 2024)) {
            passages += countBy(session, "Passage", "paidIn", year).getSingleResult();
        }
        return passages;
    }

    /** Numbers of axles, which the identifiers of the lanes equal. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long passages_by_axles(Session session) {
        long passages = all(session, Lane.class).size();
        for (int axles : List.of(2, 3, 5, 8)) {
            passages += countBy(session, "Passage", "axles", axles).getSingleResult();
        }
        return passages;
    }

    /** The codes are counted by the code, and the table of the lanes has the same column. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long booths_by_counted_codes(Session session) {
        long booths = list(session, "select b.code from Barrier b order by b.id", Integer.class)
                .size();
        for (int code = 10; code <= 40; code += 10) {
            booths += countBy(session, "Booth", "code", code).getSingleResult();
        }
        return booths;
    }

    /** Three chosen codes of four. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    long alarms_of_chosen_lanes(Session session) {
        long alarms = all(session, Lane.class).size();
        for (int code : List.of(3, 7, 20)) {
            alarms += countBy(session, "Booth", "code", code).getSingleResult();
        }
        return alarms;
    }

    /** The codes of another table happen to be among many. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long booths_by_other_codes(Session session) {
        long booths = all(session, Lane.class).size();
        for (int code : List.of(3, 7, 12, 21)) {
            booths += countBy(session, "Booth", "code", code).getSingleResult();
        }
        return booths;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    long gates_on_separate_lines(Session session) {
        List<Gate> gates = all(session, Gate.class);
        long first =
                countBy(session, "Passage", "gateNo", gates.get(0).getGateNo()).getSingleResult();
        long second =
                countBy(session, "Passage", "gateNo", gates.get(1).getGateNo()).getSingleResult();
        return first
                - second
                + countBy(session, "Passage", "gateNo", gates.get(2).getGateNo())
                        .getSingleResult();
    }

    @Entity(name = "Gate")
    public static class Gate {
        @Id
        private Integer id;

        private int gateNo;

        public int getGateNo() {
            return gateNo;
        }
    }

    @Entity(name = "Passage")
    public static class Passage {
        @Id
        private Integer id;

        private int gateNo;
        private int tooFast;
        private int paidIn;
        private int axles;
    }

    @Entity(name = "Lane")
    public static class Lane {
        @Id
        private Integer id;

        private int code;

        public int getCode() {
            return code;
        }
    }

    @Entity(name = "Alarm")
    public static class Alarm {
        @Id
        private Integer id;

        private int laneCode;
    }

    @Entity(name = "Booth")
    public static class Booth {
        @Id
        private Integer id;

        private int code;
    }

    @Entity(name = "Barrier")
    public static class Barrier {
        @Id
        private Integer id;

        private int code;
    }

    @Entity(name = "Fine")
    public static class Fine {
        @Id
        private Integer id;

        private int excess;
    }

    @Entity(name = "Renewal")
    public static class Renewal {
        @Id
        private Integer id;

        private int renewedIn;
    }
}
