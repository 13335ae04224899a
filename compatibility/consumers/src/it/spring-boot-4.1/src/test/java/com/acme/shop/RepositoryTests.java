package com.acme.shop;

import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;

@DataJpaTest
class RepositoryTests extends RepositoryCases {}
