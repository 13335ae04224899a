package com.acme.shop;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OrderRepository extends JpaRepository<Order, Long>, CustomOrders {

    @Query("from Order o order by o.id")
    List<Order> findOpen();

    @Override
    @EntityGraph(attributePaths = "lines")
    Optional<Order> findById(Long id);

    Page<Order> findByIdGreaterThan(Long id, Pageable page);

    @EntityGraph(attributePaths = {"lines", "lines.product"})
    @Query("from Order o order by o.id")
    List<Order> findOpenWithProducts();
}
