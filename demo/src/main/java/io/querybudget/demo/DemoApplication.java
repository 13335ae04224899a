package io.querybudget.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Placeholder: starts and stops. */
@SpringBootApplication
public class DemoApplication {

    /** Starts the application and stops it. */
    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(DemoApplication.class, arguments)));
    }
}
