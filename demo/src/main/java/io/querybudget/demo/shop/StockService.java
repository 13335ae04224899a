package io.querybudget.demo.shop;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about the stock, and prices it. */
@Service
@Transactional(readOnly = true)
class StockService {

    private final ProductRepository products;

    StockService(ProductRepository products) {
        this.products = products;
    }

    /** Broken: all products are read to add up one number. */
    StockValue value() {
        return new StockValue(
                products.findAll().stream().map(Product::stockValue).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Repaired: the database adds up. */
    StockValue summedValue() {
        return new StockValue(products.sumStockValue());
    }

    /** Broken: each product is read, and its price written by an update of its own. */
    @Transactional
    int raisePrices() {
        List<Product> soldOut = products.findByStock(0);
        soldOut.forEach(Product::raisePrice);
        return soldOut.size();
    }

    /** Repaired: one update writes all prices. */
    @Transactional
    int raisePricesAtOnce() {
        return products.raisePricesOfSoldOut();
    }
}
