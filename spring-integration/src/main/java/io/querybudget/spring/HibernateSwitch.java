package io.querybudget.spring;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Keeps this library, which Hibernate finds by itself, out of the entity manager factories of the application. */
final class HibernateSwitch implements BeanPostProcessor {

    static final String FACTORY_BEAN = "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            factory.getJpaPropertyMap().put(Activation.PROPERTY, "false");
        }
        return bean;
    }
}
