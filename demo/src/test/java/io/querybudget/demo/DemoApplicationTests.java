package io.querybudget.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoApplicationTests {

    @Test
    void the_demo_finds_each_problem_and_exits_with_0() throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        DemoApplication.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output)
                .contains(
                        "Order.lines",
                        "OrderLine.product",
                        "1200 rows",
                        "cartesian product",
                        "in-memory pagination",
                        "unbatched writes",
                        "growing session");
        assertThat(demo.waitFor()).as(output).isZero();
    }
}
