package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Says in one line what was attached to the application, or why nothing was. */
final class StartupLine implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");

    private final Activation activation;
    private final ListableBeanFactory beans;

    StartupLine(Activation activation, ListableBeanFactory beans) {
        this.activation = activation;
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (activation.isOn()) {
            FaultLog.guard(
                    "say what it observes",
                    () -> LOG.info("QueryBudget is on: {}{}; {}", dataSources(), requests(), activation.reason()));
        } else {
            LOG.info("QueryBudget is off: {}", activation.reason());
        }
    }

    private String dataSources() {
        List<String> observed = beans.getBeansOfType(DataSource.class, false, false).entrySet().stream()
                .filter(bean -> DataSourceObserver.isObserved(bean.getValue()))
                .map(bean -> "\"" + bean.getKey() + "\"")
                .toList();
        return observed.isEmpty() ? "no data source bean" : "data source " + String.join(", ", observed);
    }

    private String requests() {
        boolean isWeb = beans.containsBean("queryBudgetRequestFilter");
        return isWeb ? ", warnings per HTTP request" : "";
    }
}
