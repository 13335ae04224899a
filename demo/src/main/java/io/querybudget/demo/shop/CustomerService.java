package io.querybudget.demo.shop;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about customers. */
@Service
@Transactional(readOnly = true)
class CustomerService {

    private static final Pageable FIRST_TWO = Pageable.ofSize(2);

    private final CustomerRepository customers;

    CustomerService(CustomerRepository customers) {
        this.customers = customers;
    }

    /** Broken: one query fetches two collections, so each address is read once per order. */
    List<CustomerCard> directory() {
        return customers.findAllWithAddressesAndOrders().stream()
                .map(CustomerCard::of)
                .toList();
    }

    /** Repaired: one query per collection, for the same customers. */
    List<CustomerCard> fetchedDirectory() {
        customers.findAllWithAddresses();
        return customers.findAllWithOrders().stream().map(CustomerCard::of).toList();
    }

    /** Broken: all customers are read, and the page is cut out in memory. */
    List<CustomerCard> recent() {
        return customers.findRecent(FIRST_TWO).stream().map(CustomerCard::of).toList();
    }

    /** Repaired: the database pages the ids, and the customers are read by them. */
    List<CustomerCard> pagedRecent() {
        return customers.findWithOrders(customers.findRecentIds(FIRST_TWO)).stream()
                .map(CustomerCard::of)
                .toList();
    }
}
