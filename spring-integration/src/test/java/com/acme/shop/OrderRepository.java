package com.acme.shop;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OrderRepository extends JpaRepository<Order, Long>, CustomOrders {

    @Query("from Order o order by o.id")
    List<Order> findOpen();

    @EntityGraph(attributePaths = {"lines", "lines.product"})
    @Query("from Order o order by o.id")
    List<Order> findOpenWithProducts();
}
