package com.acme.depot;

import java.util.List;

interface CrateRepository extends DepotRepository<Crate>, CrateLabels {

    List<Crate> findByLabel(String label);

    default List<Crate> findNew() {
        return findByLabel("new");
    }
}
