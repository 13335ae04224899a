package com.acme.shop;

import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.reactive.AutoConfigureWebTestClient;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient
@AutoConfigureMockMvc
class HttpClientTests extends HttpClientCases {

    @Autowired
    TestRestTemplate rest;

    @BeforeAll
    void add_the_clients_of_this_spring_boot() {
        add("TestRestTemplate", path -> rest.getForObject(path, Integer.class));
    }
}
