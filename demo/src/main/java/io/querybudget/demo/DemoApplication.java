package io.querybudget.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo: starts the shop on a free port, and walks through what QueryBudget says about it. */
@SpringBootApplication
public class DemoApplication {

    private static final String KEEP_RUNNING = "querybudget.demo.keep-running";

    /** Exits with 0 if each problem was found and nothing else, unless it is told to keep running. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext shop = new SpringApplicationBuilder(DemoApplication.class)
                .properties("server.port=0")
                .run(arguments);
        int port = shop.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        boolean isAsExpected = new Tour(port, System.out).walk();
        if (shop.getEnvironment().getProperty(KEEP_RUNNING, Boolean.class, false)) {
            System.out.println("The shop keeps running until it is stopped (Ctrl+C).");
            return;
        }
        SpringApplication.exit(shop);
        System.exit(isAsExpected ? 0 : 1);
    }
}
