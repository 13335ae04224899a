package com.acme.shop;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OrderRepository extends JpaRepository<Order, Long> {

    @Query("from Order o")
    List<Order> findOpen();

    @EntityGraph(attributePaths = "lines")
    @Query("from Order o")
    List<Order> findOpenWithLines();
}
