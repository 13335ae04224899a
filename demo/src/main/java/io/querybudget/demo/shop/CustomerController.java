package io.querybudget.demo.shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/customers")
class CustomerController {

    private final CustomerService customers;

    CustomerController(CustomerService customers) {
        this.customers = customers;
    }

    @GetMapping("/directory")
    List<CustomerCard> directory() {
        return customers.directory();
    }

    @GetMapping("/directory/repaired")
    List<CustomerCard> repairedDirectory() {
        return customers.fetchedDirectory();
    }

    @GetMapping("/recent")
    List<CustomerCard> recent() {
        return customers.recent();
    }

    @GetMapping("/recent/repaired")
    List<CustomerCard> repairedRecent() {
        return customers.pagedRecent();
    }
}
