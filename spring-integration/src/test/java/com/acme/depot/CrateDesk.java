package com.acme.depot;

import java.util.Iterator;
import java.util.List;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls repositories by all the ways that lead to them. */
@Component
class CrateDesk {

    private final CrateRepository crates;
    private final TransactionTemplate transaction;

    CrateDesk(CrateRepository crates, PlatformTransactionManager transactions) {
        this.crates = crates;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Crate> all() {
        return crates.findAll();
    }

    List<Crate> first() {
        return crates.first();
    }

    List<Crate> withLabel() {
        return crates.findByLabel("new");
    }

    List<Crate> fresh() {
        return crates.findNew();
    }

    List<String> labels() {
        return crates.labels();
    }

    List<Crate> guarded() {
        return Guard.on(crates, CrateRepository.class).findAll();
    }

    List<Crate> advised() {
        ProxyFactory proxy = new ProxyFactory(crates);
        proxy.addAdvice(new Guard(crates));
        return ((CrateRepository) proxy.getProxy()).findAll();
    }

    List<Crate> given() {
        return crates.findAllById(this::newIds);
    }

    private Iterator<Long> newIds() {
        return crates.findByLabel("new").stream().map(crate -> crate.id).iterator();
    }

    void relabel() {
        transaction.executeWithoutResult(unused -> crates.findAll().forEach(crate -> crate.label = "old"));
    }
}
