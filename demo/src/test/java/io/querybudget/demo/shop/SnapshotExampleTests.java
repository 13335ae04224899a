package io.querybudget.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.junit.QuerySnapshot;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class SnapshotExampleTests {

    @Autowired
    OrderService orders;

    @Test
    @QuerySnapshot
    void totals_of_open_orders() {
        orders.fetchedTotals();
    }

    @Test
    void the_document_shows_the_file() throws IOException {
        assertThat(Documents.blocks("snapshots.md", "text").get(0))
                .isEqualTo(Files.readString(Documents.TESTS.resolve("SnapshotExampleTests.queries.txt")));
    }
}
