package com.acme.shop;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
@AutoConfigureRestTestClient
@AutoConfigureWebTestClient
@AutoConfigureMockMvc
class ParallelRequestTests extends ParallelRequestCases {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    RestClient.Builder restClients;

    @Autowired
    WebTestClient webTestClient;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RestTestClient restTestClient;

    @Override
    Map<String, ToIntFunction<String>> clients() {
        return Map.of(
                "TestRestTemplate", path -> rest.getForObject(path, Integer.class),
                "RestClient", this::getByRestClient,
                "WebTestClient", this::getByWebTestClient,
                "RestTestClient", this::getByRestTestClient,
                "MockMvcTester", this::getByMockMvcTester);
    }

    private int getByRestClient(String path) {
        RestClient client = restClients.clone().baseUrl("http://localhost:" + port).build();
        return client.get().uri(path).retrieve().body(Integer.class);
    }

    private int getByWebTestClient(String path) {
        return webTestClient.get().uri(path).exchange().expectBody(Integer.class).returnResult().getResponseBody();
    }

    private int getByMockMvcTester(String path) {
        try {
            return Integer.parseInt(mvc.get().uri(path).exchange().getResponse().getContentAsString());
        } catch (UnsupportedEncodingException unknownEncoding) {
            throw new AssertionError(unknownEncoding);
        }
    }

    private int getByRestTestClient(String path) {
        return restTestClient.get().uri(path).exchange().expectBody(Integer.class).returnResult().getResponseBody();
    }
}
