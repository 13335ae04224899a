package io.querybudget.spring;

import io.querybudget.recording.Recorder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;

/** Has a WebTestClient tell the server which test sent a request, as {@link TestTokenInterceptor} does for other clients. */
final class WebTestClientFilter {

    private WebTestClientFilter() {}

    static Object observed(Object client) {
        return ((WebTestClient) client)
                .mutate()
                .filter((request, next) -> next.exchange(ClientRequest.from(request)
                        .header(TestTokenInterceptor.HEADER, Recorder.token().orElse(TestTokenInterceptor.NO_TEST))
                        .build()))
                .build();
    }
}
