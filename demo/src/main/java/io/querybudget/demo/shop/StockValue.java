package io.querybudget.demo.shop;

import java.math.BigDecimal;

/**
 * What everything on stock is worth.
 *
 * @param value the sum over all products
 */
record StockValue(BigDecimal value) {}
