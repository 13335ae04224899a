package io.querybudget.demo.shop;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OrderRepository extends JpaRepository<Order, Long> {

    @Query("select o from Order o join fetch o.customer order by o.id")
    List<Order> findOpen();

    @Query("select o from Order o join fetch o.customer order by o.id")
    @EntityGraph(attributePaths = {"lines", "lines.product"})
    List<Order> findOpenWithProducts();
}
