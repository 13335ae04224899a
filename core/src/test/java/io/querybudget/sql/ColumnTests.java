package io.querybudget.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns are written {@code table.column}, and {@code -} where there is none or it is not certain. */
class ColumnTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select o1_0.id,o1_0.name from orders o1_0                                   | orders.id orders.name
            select id, name from orders                                                 | orders.id orders.name
            select distinct id from orders                                              | orders.id
            select o.id as a, o.name b from orders as o                                 | orders.id orders.name
            select orders.id from shop.orders                                           | orders.id
            select shop.orders.id from shop.orders                                      | orders.id
            select O."Id", [o].[Name] from "Orders" O                                   | Orders.Id Orders.Name
            select o.id, c.id from orders o left join customer c on c.id=o.customer_id  | orders.id customer.id
            select o.id, c.id from orders o, customer c                                 | orders.id customer.id
            select o.id, l.id from orders o left join (lines l join product p on p.id=l.product_id) on l.order_id=o.id | orders.id lines.id
            select o.id, p.id from ((orders o join lines l on l.o=o.id) join product p on p.id=l.p) | orders.id product.id
            select o.id, c.id from orders o join customer c using (customer_id), x      | orders.id customer.id
            select id from orders o join customer c on true                             | -
            select o.id, o.*, o.name from orders o                                      | orders.id
            select * from orders                                                        | ~~
            select count(*), o.id+1, upper(o.name), o.id from orders o                  | - - - orders.id
            select (select max(l.id) from lines l), o.id from orders o                  | - orders.id
            select extract(year from o.day), o.id from orders o                         | - orders.id
            select case when o.a is distinct from o.b then 1 end, o.id from orders o    | - orders.id
            select current_date, user from orders                                       | - -
            select x.id from (select id from orders) x                                  | -
            select x.id, x.no, x.n from (select o.id, o.name no, count(*) n from orders o) x | orders.id orders.name -
            select x.id from (select y.id from (select o.id from orders o) y) x         | orders.id
            select x.id, x.other from (select o.*, o.id from orders o) x                | - -
            select x.id from (select o.id from orders o union select c.id from customer c) x | -
            select x.id from (select o.id from orders o) x union select c.id from customer c | ~~
            select x.id from (select o.id from orders o) x, customer x                  | -
            select x.id from customer x, (select o.id from orders o) x                  | -
            select a1_0.id from (select a.id from author a) a1_0(id)                    | -
            select x.a from orders x(a, b)                                              | -
            select x.id, o.id from generate_series(1, ?) x join orders o on o.id=x.id   | - orders.id
            select x.id, o.id from orders o, lateral (select * from lines l where l.o=o.id) x | - orders.id
            select x.id, o.id from (values (1), (2)) x(id) join orders o on o.id=x.id   | - orders.id
            with a as (select id from orders) select a.id, o.id from a join orders o on o.id=a.id | - orders.id
            with recursive a(id) as (select id from orders union all select o.id from orders o join a on a.id=o.parent) select a.id from a | -
            select id from orders union select id from customer                         | ~~
            (select id from orders)                                                     | orders.id
            (select id from orders) union (select id from customer)                     | ~~
            select o.id from orders o where exists (select 1 from lines l union select 2 from lines l) | orders.id
            select o.id from orders o with (nolock) join lines l with (nolock) on l.o=o.id | orders.id
            select o.id from only orders o                                              | orders.id
            select unknown.id from orders o                                             | -
            select o.id from orders o, customer o                                       | -
            select id from final table (insert into orders(name) values (?))            | -
            insert into orders(id) values (?) returning id                              | ~~
            """)
    void names_the_column_behind_a_result_column_only_when_certain(String sql, String columns) {
        SqlText text = SqlText.of(sql);
        int count = columns.isEmpty() ? 0 : columns.split(" ").length;

        assertThat(IntStream.rangeClosed(1, count + 1)
                        .mapToObj(i -> written(text.resultColumn(i)))
                        .collect(Collectors.joining(" ")))
                .isEqualTo((columns + " -").strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select * from orders o where o.id=?                                | orders.id/1
            select * from orders where id = ? and name = ?                     | orders.id/1 orders.name/1
            select * from orders o where ?=o.id                                | orders.id/1
            select * from orders o where (o.id=? or (o.parent=?))              | orders.id/1 orders.parent/1
            select * from orders o where o.id in (?,?,?)                       | orders.id/3 orders.id/3 orders.id/3
            select * from orders o where o.id in (?, 7)                        | orders.id/2
            select * from orders o where (o.a,o.b) in ((?,?),(?,?))            | orders.a/2 orders.b/2 orders.a/2 orders.b/2
            select * from orders o where (o.a,o.b)=(?,?)                       | orders.a/1 orders.b/1
            select * from orders o where o.id = any(?)                         | orders.id/0
            select * from orders o where array_contains(?,o.id)                | orders.id/0
            select * from orders o where not o.id=?                            | -/0
            select * from orders o where not (o.id=?)                          | -/0
            select * from orders o where o.id not in (?,?)                     | -/0 -/0
            select * from orders o where o.id<>? and o.id>? and o.name like ?  | -/0 -/0 -/0
            select * from orders o where o.id=?+1 and o.id+1=? and 1+o.id=?    | -/0 -/0 -/0
            select * from orders o where f(o.id)=? and f(o.id=?) and o.id=f(?) | -/0 -/0 -/0
            select * from orders o where case when o.id=? then 1 else 0 end=1 and o.id=? | -/0 orders.id/1
            select * from orders o where o.id between ? and ? and o.name=?     | -/0 -/0 orders.name/1
            select * from orders o where o.id in (?, ?+1)                      | -/0 -/0
            select ?, o.id from orders o where o.id=?                          | -/0 orders.id/1
            select o.id=? from orders o where o.id=?                           | -/0 orders.id/1
            select * from orders o join lines l on l.o=o.id and l.kind=? where o.id=? | lines.kind/1 orders.id/1
            select * from orders o where exists (select 1 from lines l where l.o=o.id and l.kind=? and o.kind=? and kind=?) | lines.kind/1 orders.kind/1 -/1
            select * from orders o where o.id in (select l.o from lines l where l.id=?) and o.kind=? | lines.id/1 orders.kind/1
            select * from (select * from orders o where o.id=?) x where x.id=? | orders.id/1 -/1
            select * from (select o.id, o.name from orders o group by o.id) x where x.id=? and x.name in (?,?) | orders.id/1 orders.name/2 orders.name/2
            select * from (select o.id from orders o) x where exists (select 1 from lines l where l.o=x.id and x.id=?) | orders.id/1
            select * from orders where id=? union select * from lines where id=? | orders.id/1 lines.id/1
            select kind from orders group by kind having kind=? order by ?     | orders.kind/1 -/0
            with a as (select * from orders where id=?) select * from a where a.id=? | orders.id/1 -/1
            select * from orders where id=? and current_date=?                 | orders.id/1 -/1
            select * from orders where id=? for update                         | orders.id/1
            select * from "select" where "select"."from"=?                     | select.from/1
            select * from orders o, (select 1 id) o where o.id=?               | -/1
            select * from orders o where o.id=? and o.a in (?) or o.b=? and not exists (select 1 from x where x.c=?) | orders.id/1 orders.a/1 orders.b/1 x.c/1
            select * from orders o where o.id=? is true or o.id=? collate c    | -/0 -/0
            select * from orders o where o.id in (?,?) is false                | -/0 -/0
            select * from orders o where coalesce(?, 1)=? and o.id=?           | -/0 -/0 orders.id/1
            delete from lines l where (l.o,l.n) in (select o.id,? from orders o where o.kind=?) and l.id=? | -/0 orders.kind/1 lines.id/1
            select * from orders where name='?' and "a?"=? -- ?                | orders.a?/1
            update orders set name=?, kind=? where id=? and version=?          | -/0 -/0 orders.id/1 orders.version/1
            update orders o set name=(select l.n from lines l where l.id=?) where o.id=? | lines.id/1 orders.id/1
            delete from orders where id=?                                      | orders.id/1
            insert into orders(id, name) values (?, ?)                         | -/0 -/0
            insert into orders(id) select l.id from lines l where l.o=?        | lines.o/1
            insert into orders(id) values (?) on conflict (id) do update set name=? | -/0 -/0
            merge into orders t using (select ? id) s on (t.id=s.id and t.kind=?) when matched then update set name=? | -/0 orders.kind/1 -/0
            {? = call f(?)}                                                    | -/0 -/0
            select * from orders o where o.id=:id                              | ~~
            select * from orders o where o.id=?1                               | ~~
            """)
    void names_the_column_that_a_parameter_is_compared_with_only_when_certain(String sql, String parameters) {
        assertThat(SqlText.of(sql).operands().stream()
                        .filter(operand -> operand.parameter() > 0)
                        .map(operand -> written(operand.column()) + "/" + operand.listLength())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            select * from orders o where o.name like ?                            ; orders.name
            select * from orders o where o.name ilike ? and o.id = ?              ; orders.name -
            select * from orders o where o.name like ? escape '!' order by o.id   ; orders.name
            select * from orders o where o.name like (?||'/%') escape ''          ; orders.name
            select * from orders o where (o.name like concat(?, '/', '%'))        ; orders.name
            select * from orders o where o.name like ? + '%' or o.kind like ?     ; orders.name orders.kind
            select * from orders o where o.name like concat(?, ?)                 ; - -
            select * from orders o where o.name like '%' || ?                     ; -
            select * from orders o where o.name like concat('%', ?, '%')          ; -
            select * from orders o where o.name not like ? and not o.name like ?  ; - -
            select * from orders o where lower(o.name) like ? and ? like o.name   ; - -
            select * from orders o where o.name like lower(?)                     ; -
            select * from orders o where o.name like ? || o.kind                  ; -
            select * from orders o where o.name like ? is true                    ; -
            select o.name like ? from orders o                                    ; -
            """)
    void names_the_column_whose_texts_begin_with_a_parameter_only_when_certain(String sql, String parameters) {
        assertThat(SqlText.of(sql).operands().stream()
                        .filter(operand -> operand.parameter() > 0)
                        .map(operand -> written(operand.beginningOf()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select * from orders where id=? limit ? offset ?                             | 2 3
            select * from orders where id=? limit ?,?                                    | 2 3
            select * from orders where id=? order by id offset ? rows fetch first ? rows only | 2 3
            select * from orders where id=? fetch next (?) rows only for update          | 2
            select * from (select * from orders where id=?) where rownum<=?              | 2
            select * from orders where ?>=rownum and id=?                                | 1
            select top(?) * from orders where id=?                                       | 1
            select top ? id from orders where id=?                                       | 1
            select * from (select * from orders limit ?) o where o.id=?                  | 1
            select * from orders where o.limit=? and offset=?                            | ~~
            """)
    void tells_paging_parameters_from_keys(String sql, String parameters) {
        assertThat(SqlText.of(sql).operands().stream()
                        .filter(SqlOperand::isPaging)
                        .map(operand -> Integer.toString(operand.parameter()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select * from orders o where o.id=7                        | orders.id=7
            select * from orders o where 7=o.id                        | orders.id=7
            select * from orders o where o.code='a''b' limit 10        | orders.code=a'b -=
            select * from orders o where o.id in (1, 2)                | orders.id=1 orders.id=2
            select * from orders o where o.id<7                        | ~~
            select 3 from orders o where upper(o.code)='A'             | ~~
            """)
    void reads_the_literals_that_are_compared_with_a_column(String sql, String literals) {
        assertThat(SqlText.of(sql).operands().stream()
                        .map(operand -> written(operand.column()) + "=" + (operand.isPaging() ? "" : operand.literal()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(literals);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select * from shop.orders o join "Lines" l on l.o=o.id                   | orders Lines    | -
            select * from orders, lines, customer c                                  | orders lines customer | -
            select * from orders o join lines l using (id), customer c               | orders lines customer | -
            select * from orders where id in (select o from lines)                   | orders lines    | -
            select trim(both ' ' from name) from orders where a is distinct from b   | orders          | -
            with a as (select * from orders) select * from a                         | orders          | -
            with orders as (select * from orders) select * from orders               | orders          | -
            insert into orders(id) select id from lines                              | orders lines    | orders
            replace into orders values (1)                                           | orders          | orders
            update only orders o set name=?, kind=?                                  | orders          | orders
            update o set name=? from orders o                                        | orders          | orders
            update orders o join lines l on l.o=o.id set l.name=?                    | orders lines    | -
            update orders set a=1 from lines l where l.o=orders.id                   | orders lines    | orders
            delete from shop.orders where id=?                                       | orders          | orders
            delete orders where id=?                                                 | orders          | orders
            delete o from orders o join lines l on l.o=o.id                          | orders lines    | orders
            delete o, l from orders o join lines l on l.o=o.id                       | orders lines    | -
            delete from orders using lines l where l.o=orders.id                     | orders lines    | orders
            merge into orders t using lines s on (t.id=s.id) when matched then delete | orders lines   | orders
            merge into orders key(id) values (?)                                     | orders          | orders
            with a as (delete from lines returning *) select * from a                | lines           | lines
            select * from final table (insert into orders values (?))                | orders          | orders
            create table orders (id int references lines on delete cascade)          | ~~              | -
            call orders(?)                                                           | ~~              | -
            """)
    void names_the_tables_read_and_written(String sql, String tables, String written) {
        SqlText text = SqlText.of(sql);

        assertThat(String.join(" ", text.tables())).isEqualTo(tables);
        assertThat(text.writtenTable().orElse("-")).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from orders where id=? for update",
                "select * from orders o for no key update of o",
                "select * from orders for share skip locked",
                "select * from orders order by id limit ? for update nowait",
                "select * from orders lock in share mode",
                "select * from orders o with (updlock, rowlock) where id=?",
                "select * from orders o with (rowlock,holdlock,xlock)"
            })
    void sees_that_rows_are_locked(String sql) {
        assertThat(SqlText.of(sql).isLockingRead()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from orders where name = 'for update'",
                "select substring(name from 1 for 2) from orders",
                "select * from orders for json path",
                "insert into orders(id) values (1) on duplicate key update id = 1"
            })
    void sees_that_no_rows_are_locked(String sql) {
        assertThat(SqlText.of(sql).isLockingRead()).isFalse();
    }

    @Test
    void answers_for_any_index() {
        SqlText text = SqlText.of("select id from orders where id=?");

        assertThat(List.of(-1, 0, 2))
                .allSatisfy(index -> assertThat(text.resultColumn(index)).isEmpty());
    }

    private static String written(Optional<ColumnName> column) {
        return column.map(name -> name.table() + "." + name.column()).orElse("-");
    }
}
