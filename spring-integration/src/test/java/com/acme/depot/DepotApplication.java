package com.acme.depot;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** An application that extends what Spring and Spring Data do. */
@SpringBootApplication
@EnableJpaRepositories(
        repositoryBaseClass = DepotRepositoryBase.class,
        repositoryFactoryBeanClass = GuardedRepositories.class)
class DepotApplication {

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory) {
            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                super.doCommit(status);
            }
        };
    }
}
