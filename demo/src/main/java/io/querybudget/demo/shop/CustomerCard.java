package io.querybudget.demo.shop;

/**
 * A customer in a list.
 *
 * @param name the name
 * @param orders how many orders there are
 */
record CustomerCard(String name, int orders) {

    static CustomerCard of(Customer customer) {
        return new CustomerCard(customer.name(), customer.orders().size());
    }
}
