package io.querybudget.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT  O.ID\tFROM Orders O                    | select o.id from orders o
            select "Id" from `Orders` where [a b]=1        | select "Id" from `Orders` where [a b] = ?
            /*traceparent='00-ab'*/ select 1 from a        | select ? from a
            select 1 /* a /* b */ c */ from a -- d         | select ? from a
            select /*+ index(a) */ x from a                | select x from a
            select /* a /* b */ x from a                   | select x from a
            select 'it''s', 1.5e-3, .5, 0xFF, -1 from a    | select ?, ?, ?, ?, ? from a
            select E'it\\'s', N'a', x'ff' from a           | select ?, ?, ? from a
            select 'it\\'s' from a                         | select ? from a
            select q'[it's]', $$it's$$, $t$ $$ $t$ from a  | select ?, ?, ? from a
            select '/* no comment */ -- none' from a       | select ? from a
            select a::text, cast(b as date) from t         | select a::text, cast(b as date) from t
            select true, null, date '2020-01-01' from a    | select true, null, date ? from a
            select * from a where id=$1 and b=:name        | select * from a where id = ? and b = ?
            select * from a where id in(1,2,3)             | select * from a where id in (?)
            select * from a where id in (?, 7, 'x')        | select * from a where id in (?)
            select * from a where id not in (?, ?)         | select * from a where id not in (?)
            select * from a where (a,b) in ((?,?),(?,?))   | select * from a where (a, b) in ((?, ?))
            select * from a where id in (?::uuid,?::uuid)  | select * from a where id in (?::uuid)
            select * from a where id in (select ?, ?, ? from b) | select * from a where id in (select ?, ?, ? from b)
            select * from a where id in (?::uuid, ?)       | select * from a where id in (?::uuid, ?)
            select * from a where id in (?, b, ?)          | select * from a where id in (?, b, ?)
            insert into a(b,c) values (?,?),(?,?),(?,?)    | insert into a(b, c) values (?, ?)
            insert into a values (1,default),(2,default) returning id | insert into a values (?, default) returning id
            insert into a values (?,?),(?,null)            | insert into a values (?, ?), (?, null)
            insert into a values (?) on duplicate key update b = values(b), c = values(c) | insert into a values (?) on duplicate key update b = values (b), c = values (c)
            select f(?,?) from a                           | select f(?, ?) from a
            select * from a order by 2, b desc limit 10 offset 20 | select * from a order by 2, b desc limit ? offset ?
            select a, count(*) from t group by 1 having count(*) > 3 | select a, count(*) from t group by 1 having count(*) > ?
            select sum(a) over (partition by b order by 1) from t where c = 1 | select sum(a) over (partition by b order by 1) from t where c = ?
            select a->>'b', a #>'{b}', c ?? 'd' from t      | select a ->> ?, a #> ?, c ?? ? from t
            select * from a where b=-1 and c>=-2           | select * from a where b = ? and c >= ?
            select a-1 from t                              | select a - ? from t
            select id=1and b from t                        | select id = ? and b from t
            {call f(?, 'x')}                               | { call f(?, ?) }
            """)
    void keeps_everything_but_comments_spaces_case_and_values(String sql, String shape) {
        assertThat(SqlText.of(sql).shape()).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select * from a where id = ?        | select * from a where id in (?)
            select * from a order by 1          | select * from a order by 2
            select * from a                     | select * from "A"
            select * from "a"                   | select * from "A"
            select * from a where b is null     | select * from a where b = ?
            select * from a where b = true      | select * from a where b = false
            select * from a limit 1             | select * from a
            select f(?)                         | select f(?, ?)
            select * from a where b in (?)      | select * from a where b in (?, null)
            insert into a values (?)            | insert into a values (?, ?)
            """)
    void tells_statements_apart_when_in_doubt(String one, String other) {
        assertThat(SqlText.of(one).shape()).isNotEqualTo(SqlText.of(other).shape());
    }
}
