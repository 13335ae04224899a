package io.querybudget.spring;

import io.querybudget.RuleSettings;
import io.querybudget.Rules;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Attaches QueryBudget to an application, or only says why it does not. */
@AutoConfiguration
final class QueryBudgetAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");

    @Bean
    StartupLine queryBudgetStartupLine(Environment environment, ListableBeanFactory beans) {
        return new StartupLine(Activation.of(environment), beans);
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(SwitchedOn.class)
    static final class Observation {

        @Bean
        @ConditionalOnMissingBean
        static DataSourceObserver queryBudgetDataSourceObserver() {
            return new DataSourceObserver();
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(name = RepositoryObserver.FACTORY_BEAN)
        static final class Repositories {

            @Bean
            @ConditionalOnMissingBean
            static RepositoryObserver queryBudgetRepositoryObserver() {
                return new RepositoryObserver();
            }
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
        static final class Requests {

            @Bean
            RequestFilter queryBudgetRequestFilter(Environment environment) {
                return new RequestFilter(new FindingLog(rules(environment)));
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(SwitchedOff.class)
    @ConditionalOnClass(name = HibernateSwitch.FACTORY_BEAN)
    static final class NoObservation {

        @Bean
        @ConditionalOnMissingBean
        static HibernateSwitch queryBudgetHibernateSwitch() {
            return new HibernateSwitch();
        }
    }

    /** {@return the rules that the properties of the application give; what makes no sense is logged and left out} */
    private static Rules rules(Environment environment) {
        try {
            return RuleSettings.read(key -> Optional.ofNullable(environment.getProperty(key)));
        } catch (IllegalArgumentException nonsense) {
            LOG.warn("{}; QueryBudget goes on by its default rules", nonsense.getMessage());
            return Rules.DEFAULT;
        }
    }

    static final class SwitchedOn implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Activation.of(context.getEnvironment()).isOn();
        }
    }

    static final class SwitchedOff implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Activation.of(context.getEnvironment()).isOn();
        }
    }
}
