package com.acme.shop;

import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;

@DataJpaTest
class RepositoryTests extends RepositoryCases {}
