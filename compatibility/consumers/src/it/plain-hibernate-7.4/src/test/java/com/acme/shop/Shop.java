package com.acme.shop;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;

class Shop {

    static EntityManagerFactory open() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
        return Persistence.createEntityManagerFactory("shop", Map.of("jakarta.persistence.nonJtaDataSource", pool));
    }
}
