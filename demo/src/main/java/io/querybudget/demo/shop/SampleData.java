package io.querybudget.demo.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the database: 1,200 products, and ten orders of two lines each by three customers of three addresses. */
@Component
class SampleData implements ApplicationRunner {

    private static final int PRODUCTS = 1_200;
    private static final int ORDERS = 10;

    private final CustomerRepository customers;
    private final ProductRepository products;
    private final OrderRepository orders;

    SampleData(CustomerRepository customers, ProductRepository products, OrderRepository orders) {
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        List<Customer> buyers = customers.saveAll(
                Stream.of("Ada", "Grace", "Jean").map(SampleData::customer).toList());
        List<Product> stock = products.saveAll(
                IntStream.rangeClosed(1, PRODUCTS).mapToObj(SampleData::product).toList());
        orders.saveAll(IntStream.range(0, ORDERS)
                .mapToObj(i -> new Order(buyers.get(i % buyers.size()))
                        .with(1, stock.get(2 * i))
                        .with(2, stock.get(2 * i + 1)))
                .toList());
    }

    private static Customer customer(String name) {
        return new Customer(name, "12 Home Street", "5 Work Road", "1 Park Lane");
    }

    private static Product product(int number) {
        return new Product("Product " + number, BigDecimal.valueOf(number, 1), number % 7);
    }
}
