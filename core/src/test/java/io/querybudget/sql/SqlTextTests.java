package io.querybudget.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.querybudget.StatementKind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTests {

    private static final int QUARTER_MEGABYTE = 1 << 18;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /* trace */ SELECT  id\tFROM Orders -- all          | SELECT id FROM Orders
            select id from orders where name='secret' and n=7   | select id from orders where name = '…' and n = 7
            select $$secret$$, E'sec\\'ret', N'secret' from a   | select '…', '…', '…' from a
            select o1_0.id,o1_0.customer_id,o1_0.name,o1_0.status from orders o1_0 where o1_0.status=? | select … from orders o1_0 where o1_0.status = ?
            select extract(year from o.day), o.id, o.name, o.status, o.kind from orders o | select … from orders o
            select id from a where b in (select a1_0.id,a1_0.customer_id,a1_0.name,a1_0.status from c) | select id from a where b in (select … from c)
            select 'open secret                                 | select '…'
            """)
    void is_displayed_in_one_line_without_comments_quoted_values_and_long_select_lists(String sql, String line) {
        assertThat(SqlText.of(sql).display(200)).isEqualTo(line);
    }

    @Test
    void is_displayed_no_longer_than_asked() {
        SqlText text = SqlText.of("delete from orders where id=?");

        assertThat(text.display(12)).isEqualTo("delete from…");
        assertThat(text.display(1)).isEqualTo("…");
        assertThat(text.display(31)).isEqualTo("delete from orders where id = ?");
        assertThat(SqlText.of("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00").display(4))
                .isEqualTo("\uD83D\uDE00…");
    }

    @Test
    void equals_a_value_of_the_same_text() {
        assertThat(SqlText.of("select 1"))
                .isEqualTo(SqlText.of("select 1"))
                .hasSameHashCodeAs(SqlText.of("select 1"))
                .isNotEqualTo(SqlText.of("select  1"))
                .hasToString("select ?");
    }

    @Test
    void is_read_once() {
        assertThat(SqlText.of("select read_once from a")).isSameAs(SqlText.of("select read_once from a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "in (",
                "in (?,",
                "select (",
                "select a.b from (",
                "(select a.b=c.d from (",
                "where u.v=? and(select ",
                "[",
                "[a",
                "$a",
                "$a$b",
                "/*",
                "/* /* */ ",
                "'",
                "a ",
                "a.",
                ".",
                "1",
                "-",
                "--",
                "?",
                ",",
                "values (?),",
                "case ",
                "with a as (",
                "in ((?),",
                "a union ",
                "\"",
                "\\",
                "q'",
                "q'[",
                "@",
                ":",
                "not (",
                "(a,",
                "= any(",
                "\n",
                "\0"
            })
    void is_read_in_linear_time(String part) {
        String open = "select " + part.repeat(QUARTER_MEGABYTE / part.length());
        String closed =
                open + ")".repeat((int) open.chars().filter(c -> c == '(').count());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readAll(closed));
    }

    @Test
    void is_read_in_linear_time_with_a_million_keys() {
        String sql = "select a from b where c in (" + "?,".repeat(QUARTER_MEGABYTE / 2) + "?)";

        SqlText text = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SqlText.of(sql));

        assertThat(text.shape()).isEqualTo("select a from b where c in (?)");
        assertThat(text.operands().get(0).listLength()).isEqualTo(QUARTER_MEGABYTE / 2 + 1);
    }

    @Test
    void never_fails_and_its_shape_is_its_own_shape() {
        Random random = new Random(20_260_101);
        for (int i = 0; i < 20_000; i++) {
            String sql = random(random);
            String shape = readAll(sql).shape();
            assertThat(SqlText.of(shape).shape()).as(sql).isEqualTo(shape);
        }
    }

    @Test
    void has_its_own_shape_and_kind_when_cut_anywhere() {
        String sql = """
                /*+ h */ with a(b) as (select 'x''y', "q" from [s t].u where v in (1, ?) and (w, x) in ((?, 2), (?, 3)))
                insert into c select d.e::text, $t$f$t$, -1.5e-3 from a d join (g h join i on h.j=i.k) on d.l=h.m -- n
                where o=any(?) order by 1, p limit 3 for update""";

        for (int i = 0; i <= sql.length(); i++) {
            String cut = sql.substring(0, i);
            String shape = readAll(cut).shape();
            assertThat(SqlText.of(shape).shape()).as(cut).isEqualTo(shape);
        }
        assertThat(SqlText.of(sql).kind()).isEqualTo(StatementKind.INSERT);
    }

    private static SqlText readAll(String sql) {
        SqlText text = SqlText.of(sql);
        text.display(100);
        for (int i = 0; i < 5; i++) {
            text.resultColumn(i);
        }
        text.operands();
        return text;
    }

    private static String random(Random random) {
        List<String> parts = List.of(
                "select ",
                "insert into ",
                "update ",
                "delete ",
                "merge into ",
                "from ",
                "where ",
                "with ",
                "as ",
                "a",
                "B ",
                "\"Q\"",
                "`q`",
                "[b]",
                "[",
                "]",
                "'s'",
                "'",
                "\\",
                "$1",
                "$$x$$",
                "$",
                "?",
                "??",
                ":n",
                "::",
                ":",
                "1",
                "0x1",
                ".5",
                "1e5",
                "-",
                "+",
                "*",
                "/",
                "/*",
                "*/",
                "--",
                "\n",
                "(",
                ")",
                "(",
                ")",
                ",",
                ".",
                ";",
                "in ",
                "in (",
                "values ",
                "values (",
                "union ",
                "join ",
                "on ",
                "using ",
                "set ",
                "order by ",
                "limit ",
                "fetch first ",
                "for update",
                "case ",
                "end ",
                "=",
                "<",
                ">",
                "!",
                "|",
                "@",
                "#",
                "{",
                "}",
                "e'",
                "q'[",
                "\u0130",
                "\u0307",
                "\uD83D",
                "\uDE00",
                "\u03A3",
                "\0",
                "\u00A0",
                " ",
                " ",
                "any(?)",
                "table ",
                "only ",
                "into ",
                "top ");
        StringBuilder sql = new StringBuilder();
        for (int i = random.nextInt(16); i >= 0; i--) {
            sql.append(parts.get(random.nextInt(parts.size())));
        }
        return sql.toString();
    }
}
