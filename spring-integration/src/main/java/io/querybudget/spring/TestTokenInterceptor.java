package io.querybudget.spring;

import io.querybudget.recording.Recorder;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Tells the server which test, or which block of it, sent a request; what prepares a test is none. */
final class TestTokenInterceptor implements ClientHttpRequestInterceptor {

    static final String HEADER = "X-QueryBudget-Unit";

    static final String NO_TEST = "none";

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        request.getHeaders().set(HEADER, Recorder.token().orElse(NO_TEST));
        return execution.execute(request, body);
    }
}
