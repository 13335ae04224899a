package io.querybudget.demo;

import java.util.List;

/**
 * One endpoint that the tour visits.
 *
 * @param method the method of HTTP
 * @param path the path to call
 * @param title what the endpoint does
 * @param problems what QueryBudget has to name in its warnings; none where the endpoint is clean
 */
record Stop(String method, String path, String title, List<String> problems) {

    static final List<Stop> ALL = List.of(
            new Stop(
                    "/orders/totals",
                    "the total of each order, lines and products loaded one by one",
                    List.of("Order.lines", "OrderLine.product")),
            new Stop("/orders/totals/repaired", "the same, fetched with @EntityGraph", List.of()),
            new Stop("/stock/value", "the value of the stock, all products read to add it up", List.of("1200 rows")),
            new Stop("/stock/value/repaired", "the same, added up by the database", List.of()),
            new Stop(
                    "POST",
                    "/stock/prices",
                    "the prices of all that is sold out raised, product by product",
                    List.of("unbatched writes, likely: 171 writes")),
            new Stop("POST", "/stock/prices/repaired", "the same by one update", List.of()),
            new Stop(
                    "POST",
                    "/stock/count",
                    "all products counted, a hundred at a time, in one session",
                    List.of("growing session, likely")),
            new Stop("POST", "/stock/count/repaired", "the same, the session cleared after each hundred", List.of()),
            new Stop(
                    "/customers/directory",
                    "all customers, two collections fetched by one query",
                    List.of("cartesian product, proven: 30 rows for 3 Customer")),
            new Stop("/customers/directory/repaired", "the same, one query per collection", List.of()),
            new Stop(
                    "/customers/recent",
                    "a page of two customers, in the order of their orders",
                    List.of("in-memory pagination, proven: 10 rows")),
            new Stop("/customers/recent/repaired", "the same, a page of ids first", List.of()));

    private Stop(String path, String title, List<String> problems) {
        this("GET", path, title, problems);
    }

    /** {@return the call in one line} */
    String call() {
        return method + " " + path;
    }

    /** {@return whether QueryBudget found the problems of this endpoint, and none where there is none} */
    boolean isExplainedBy(List<String> warnings) {
        String said = String.join("\n", warnings);
        return problems.isEmpty() ? warnings.isEmpty() : problems.stream().allMatch(said::contains);
    }
}
