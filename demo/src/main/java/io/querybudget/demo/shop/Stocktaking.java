package io.querybudget.demo.shop;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts all products, a hundred at a time. */
@Service
class Stocktaking {

    private static final int STEP = 100;

    private final ProductRepository products;
    private final EntityManager session;

    Stocktaking(ProductRepository products, EntityManager session) {
        this.products = products;
        this.session = session;
    }

    /** Broken: the session keeps all products of the steps before, and compares each of them at each flush. */
    @Transactional
    int countAll() {
        return inSteps(session::flush);
    }

    /** Repaired: the session forgets the products of a step once they are written. */
    @Transactional
    int countAllAndForget() {
        return inSteps(() -> {
            session.flush();
            session.clear();
        });
    }

    private int inSteps(Runnable endOfStep) {
        session.unwrap(Session.class).setJdbcBatchSize(STEP);
        int counted = 0;
        List<Product> step = products.findByOrderById(PageRequest.of(0, STEP));
        while (!step.isEmpty()) {
            step.forEach(Product::count);
            endOfStep.run();
            counted += step.size();
            step = products.findByOrderById(PageRequest.of(counted / STEP, STEP));
        }
        return counted;
    }
}
