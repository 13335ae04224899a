package io.querybudget.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTextsTests {

    private final RecentTexts texts = new RecentTexts(2);

    private final List<String> read = new ArrayList<>();

    @Test
    void forgets_the_text_that_was_not_asked_for_the_longest() {
        List.of("a", "b", "a", "c", "a", "b").forEach(this::get);

        assertThat(read).containsExactly("a", "b", "c", "b");
        assertThat(texts.size()).isEqualTo(2);
    }

    @Test
    void does_not_remember_long_texts() {
        String sql = "select a ".repeat(10_000);
        get(sql);
        get(sql);

        assertThat(read).containsExactly(sql, sql);
        assertThat(texts.size()).isZero();
    }

    @Test
    void stays_within_its_bound_under_concurrent_use() {
        IntStream.range(0, 10_000).parallel().forEach(i -> texts.get("select a" + i % 7, SqlText::of));

        assertThat(texts.size()).isEqualTo(2);
    }

    private void get(String sql) {
        texts.get(sql, text -> {
            read.add(text);
            return SqlText.of(text);
        });
    }
}
