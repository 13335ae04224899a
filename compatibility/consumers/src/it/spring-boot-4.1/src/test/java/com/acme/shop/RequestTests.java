package com.acme.shop;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
class RequestTests extends RequestCases {

    @Autowired
    TestRestTemplate rest;

    @Override
    int get(String path) {
        return rest.getForObject(path, Integer.class);
    }
}
