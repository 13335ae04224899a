package io.querybudget.demo.shop;

import java.math.BigDecimal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    @Query("select sum(p.price * p.stock) from Product p")
    BigDecimal sumStockValue();
}
