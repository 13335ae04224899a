package com.acme.depot;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.NoRepositoryBean;

/** What all repositories of the depot inherit. */
@NoRepositoryBean
interface DepotRepository<T> extends JpaRepository<T, Long> {

    /** {@return the first entities} */
    List<T> first();
}
