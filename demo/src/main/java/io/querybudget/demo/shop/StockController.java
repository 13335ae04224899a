package io.querybudget.demo.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock")
class StockController {

    private final StockService stock;
    private final Stocktaking stocktaking;

    StockController(StockService stock, Stocktaking stocktaking) {
        this.stock = stock;
        this.stocktaking = stocktaking;
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

    @PostMapping("/count")
    int count() {
        return stocktaking.countAll();
    }

    @PostMapping("/count/repaired")
    int repairedCount() {
        return stocktaking.countAllAndForget();
    }
}
