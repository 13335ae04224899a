package com.acme.depot;

import jakarta.persistence.EntityManager;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;
import org.springframework.data.jpa.repository.support.JpaRepositoryImplementation;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;

/** Makes repositories whose implementation is guarded. */
class GuardedRepositories<R extends Repository<T, I>, T, I> extends JpaRepositoryFactoryBean<R, T, I> {

    GuardedRepositories(Class<? extends R> repository) {
        super(repository);
    }

    @Override
    protected RepositoryFactorySupport createRepositoryFactory(EntityManager entities) {
        return new JpaRepositoryFactory(entities) {
            @Override
            protected JpaRepositoryImplementation<?, ?> getTargetRepository(
                    RepositoryInformation information, EntityManager manager) {
                return Guard.on(
                        super.getTargetRepository(information, manager),
                        JpaRepositoryImplementation.class,
                        DepotRepository.class);
            }
        };
    }
}
