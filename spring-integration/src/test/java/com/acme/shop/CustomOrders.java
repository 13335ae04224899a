package com.acme.shop;

import java.util.List;

/** The part of {@link OrderRepository} that is written by hand. */
interface CustomOrders {

    List<Long> linesOfEach();
}
