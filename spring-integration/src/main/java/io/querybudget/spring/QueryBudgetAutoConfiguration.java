package io.querybudget.spring;

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
            RequestFilter queryBudgetRequestFilter() {
                return new RequestFilter(new FindingLog());
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
