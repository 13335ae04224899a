package com.acme.shop;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RequestTests extends RequestCases {

    @Autowired
    TestRestTemplate rest;

    @Override
    int get(String path) {
        return rest.getForObject(path, Integer.class);
    }
}
