package io.querybudget.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select o1_0.id,o1_0.status from orders o1_0 where o1_0.status=7 order by o1_0.id desc | select … from orders where orders.status = ? order by orders.id desc
            select o.id from shop.orders as o           | select orders.id from shop.orders
            select distinct o.id, o.status from orders o | select distinct … from orders
            select count(*) from orders                 | select count(*) from orders
            select coalesce(o.a,o.b) from orders o      | select coalesce(orders.a, orders.b) from orders
            select o1_0.id,l1_0.id from orders o1_0 left join order_line l1_0 on o1_0.id=l1_0.order_id | select … from orders left join order_line on orders.id = order_line.order_id
            select c.id,p.id from category c join category p on p.id=c.parent_id | select … from category join category category_2 on category_2.id = category.parent_id
            select o.id from orders o where exists(select 1 from line l where l.o=o.id) | select orders.id from orders where exists (select ? from line where line.o = orders.id)
            select a.id from a a where a.x in (select a.x from b a) | select a.id from a where a.x in (select b.x from b)
            select d.id,d.n from (select o.id,o.n from orders o fetch first 5 rows only) d order by d.id | select … from (select … from orders fetch first ? rows only) derived order by derived.id
            select o.id from orders o where o.id in (1,2,3) | select orders.id from orders where orders.id in (?)
            insert into orders (id,status) values (?,?) | insert into orders(…) values (…)
            insert into tag (name) values (?)           | insert into tag(name) values (?)
            update orders o1_0 set status=?,total=? where o1_0.id=? | update orders set … where orders.id = ?
            update orders set status=? where id=?       | update orders set status = ? where id = ?
            delete from orders o where o.id=?           | delete from orders where orders.id = ?
            select next value for order_seq             | select next value for order_seq
            call refresh(?, ?)                          | call refresh(?, ?)
            select 'open                                | ~select '…'~
            """)
    void hides_lists_and_resolves_aliases(String sql, String outline) {
        assertThat(SqlText.of(sql).outline()).isEqualTo(outline);
    }
}
