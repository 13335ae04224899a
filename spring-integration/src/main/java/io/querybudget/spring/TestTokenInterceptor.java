package io.querybudget.spring;

import io.querybudget.recording.Recorder;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Tells the server which test, or which block of it, sent a request. */
final class TestTokenInterceptor implements ClientHttpRequestInterceptor {

    static final String HEADER = "X-QueryBudget-Unit";

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Recorder.current().ifPresent(unit -> request.getHeaders().set(HEADER, unit.token()));
        return execution.execute(request, body);
    }
}
