package io.querybudget.demo.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock")
class StockController {

    private final StockService stock;

    StockController(StockService stock) {
        this.stock = stock;
    }

    @GetMapping("/value")
    StockValue value() {
        return stock.value();
    }

    @GetMapping("/value/repaired")
    StockValue repairedValue() {
        return stock.summedValue();
    }

    @PostMapping("/prices")
    int raisePrices() {
        return stock.raisePrices();
    }

    @PostMapping("/prices/repaired")
    int repairedRaisePrices() {
        return stock.raisePricesAtOnce();
    }
}
