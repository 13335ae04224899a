package io.querybudget.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Analysis;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import io.querybudget.report.Report;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

/** What one loop loads in turn is told as one. */
@SpringBootTest
@Transactional
class OneLoopTests {

    @Autowired
    EntityManager entities;

    @Test
    void has_one_heading_and_one_fix() {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.REQUEST, "GET /orders")) {
            for (Order order :
                    entities.createQuery("select o from Order o", Order.class).getResultList()) {
                assertThat(order.customer().name()).isNotEmpty();
                assertThat(order.total()).isPositive();
            }
            Analysis analysis = Detection.analyse(scope.unit().recording());

            assertThat(Report.warning(analysis, analysis.findings()).replaceAll("\\.java:\\d+|\\[id \\w+]", "…"))
                    .startsWith("""
                            GET /orders: N+1 in one loop: Order.customer and Order.lines
                            """)
                    .contains("left join fetch o.customer left join fetch o.lines");
        }
    }
}
