package io.querybudget.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.StatementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select o.id from orders o                                             | SELECT
            ((select 1 from a) union (select 2 from b))                           | SELECT
            with a as (select 1) select * from a                                  | SELECT
            with recursive a(n) as (select 1 union all select n from a) select * from a | SELECT
            with a as not materialized (select 1) insert into b select * from a   | INSERT
            with a as (select 1) update b set x = 1                               | UPDATE
            with a as (select 1) delete from b                                    | DELETE
            with a as (delete from b returning *) select * from a                 | DELETE
            insert into a values (1)                                              | INSERT
            insert into a values (1) returning id                                 | INSERT
            select id from final table (insert into a values (1))                 | INSERT
            select id from old table (delete from a)                              | DELETE
            select insert(a, 1, 2, 'x'), replace(a, 'b', 'c') from t              | SELECT
            replace into a values (1)                                             | INSERT
            upsert into a values (1)                                              | INSERT
            update a set x = 1 returning id                                       | UPDATE
            delete from a                                                         | DELETE
            merge into a using b on (a.id = b.id) when matched then delete        | MERGE
            select * into b from a                                                | SELECT
            values (1, 2)                                                         | SELECT
            table a                                                               | SELECT
            select * from a for update                                            | SELECT
            {call f(?)}                                                           | CALL
            {? = call f(?)}                                                       | CALL
            call f(?)                                                             | CALL
            exec f ?                                                              | CALL
            begin f(?); end;                                                      | CALL
            declare x int; begin null; end;                                       | CALL
            create table a (id int)                                               | DDL
            create table a as select * from b                                     | DDL
            truncate table a                                                      | DDL
            comment on table a is 'x'                                             | DDL
            explain select 1 from a                                               | OTHER
            lock table a                                                          | OTHER
            """)
    void tells_what_a_statement_does(String sql, StatementKind kind) {
        assertThat(SqlText.of(sql).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "SELECT 'x';",
                "(select 1)",
                "values 1",
                "values (1)",
                "call 1",
                "select 1 from dual",
                "select 1 from sysibm.sysdummy1",
                "select 1 from INFORMATION_SCHEMA.SYSTEM_USERS",
                "/* ping */",
                "/* ping */ select 1",
                "set schema a",
                "set @x = (select max(id) from a)",
                "reset all",
                "show search_path",
                "use a",
                "alter session set x = 1",
                "begin",
                "begin transaction",
                "start transaction read only",
                "commit",
                "rollback to savepoint a",
                "savepoint a",
                "release savepoint a"
            })
    void counts_what_serves_the_connection_as_session(String sql) {
        assertThat(SqlText.of(sql).kind()).isEqualTo(StatementKind.SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select ?", "select 1, 2", "select 1 from orders", "select 1 from dual, a", "select 1 + 1"})
    void takes_no_real_query_for_a_validation(String sql) {
        assertThat(SqlText.of(sql).kind()).isEqualTo(StatementKind.SELECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select next value for s",
                "SELECT NEXT VALUE FOR shop.s",
                "select next value for s from system_range(1, ?)",
                "values next value for s",
                "values nextval for s",
                "call next value for s",
                "select nextval('s')",
                "select nextval ('s') as id",
                "select nextval(s)",
                "select s.nextval from dual",
                "select shop.s.nextval from dual",
                "select currval('s')",
                "select lastval()",
                "select scope_identity()",
                "select @@identity",
                "select last_insert_id()",
                "call identity()",
                "values identity_val_local()",
                "select gen_id(s, 1) from rdb$database"
            })
    void counts_a_sequence_or_identity_fetch_as_other(String sql) {
        SqlText text = SqlText.of(sql);

        assertThat(text.isSequenceFetch()).isTrue();
        assertThat(text.kind()).isEqualTo(StatementKind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select identity from passports",
                "select nextval('s'), o.id from orders o",
                "select s.next_val from sequences s",
                "insert into a values (next value for s)",
                "call orders_of(1)"
            })
    void takes_no_other_statement_for_a_sequence_fetch(String sql) {
        assertThat(SqlText.of(sql).isSequenceFetch()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "-- nothing",
                "select 'open",
                "select \"open",
                "select $$open",
                "select /* open",
                "select (1 from a",
                "select 1) from a",
                "\0\1\2"
            })
    void takes_sql_it_cannot_read_as_other_with_its_own_text_as_shape(String sql) {
        SqlText text = SqlText.of(sql);

        assertThat(text.kind()).isEqualTo(StatementKind.OTHER);
        assertThat(text.shape()).isEqualTo(sql);
    }

    @Test
    void sees_the_same_kind_behind_comments_and_hints() {
        assertThat(SqlText.of("/* a /* b */ */ /*+ hint */ -- c\n update a set b = 1")
                        .kind())
                .isEqualTo(StatementKind.UPDATE);
    }
}
