package com.acme.shop;

import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
@AutoConfigureRestTestClient
@AutoConfigureWebTestClient
@AutoConfigureMockMvc
class HttpClientTests extends HttpClientCases {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    RestTestClient restTestClient;

    @BeforeAll
    void add_the_clients_of_this_spring_boot() {
        add("TestRestTemplate", path -> rest.getForObject(path, Integer.class));
        add("RestTestClient", path -> restTestClient.get().uri(path).exchange()
                .expectBody(Integer.class).returnResult().getResponseBody());
    }
}
