package com.acme.depot;

import java.util.List;

/** The part of {@link CrateRepository} that is written by hand. */
interface CrateLabels {

    List<String> labels();
}
