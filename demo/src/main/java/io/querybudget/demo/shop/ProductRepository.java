package io.querybudget.demo.shop;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    @Query("select sum(p.price * p.stock) from Product p")
    BigDecimal sumStockValue();

    List<Product> findByStock(int stock);

    List<Product> findByOrderById(Pageable page);

    @Modifying
    @Query("update Product p set p.price = p.price * 1.1 where p.stock = 0")
    int raisePricesOfSoldOut();
}
