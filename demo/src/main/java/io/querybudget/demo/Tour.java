package io.querybudget.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Calls the endpoints of the shop over HTTP, and prints what QueryBudget logs about each call. */
final class Tour {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Transcript transcript = new Transcript();
    private final String server;
    private final PrintStream out;

    Tour(int port, PrintStream out) {
        this.server = "http://localhost:" + port;
        this.out = out;
    }

    /** {@return whether each problem was found, and nothing where there is none} */
    boolean walk() {
        out.println();
        out.println("A small shop runs at " + server + ". This is what QueryBudget logs about its requests:");
        out.println();
        transcript.begin();
        long surprises = Stop.ALL.stream().filter(stop -> !visit(stop)).count();
        transcript.end();
        out.println(
                surprises == 0
                        ? "Each problem was found, and each repaired endpoint is clean."
                        : "QueryBudget did not say what was expected about " + surprises + " of " + Stop.ALL.size()
                                + " endpoints.");
        return surprises == 0;
    }

    private boolean visit(Stop stop) {
        call(stop);
        List<Transcript.Entry> said = transcript.take();
        out.println("── " + stop.call() + ": " + stop.title());
        out.println();
        said.forEach(entry -> print(entry.text()));
        return stop.isExplainedBy(said.stream()
                .filter(Transcript.Entry::isWarning)
                .map(Transcript.Entry::text)
                .toList());
    }

    private void print(String text) {
        text.lines().map(line -> ("   " + line).stripTrailing()).forEach(out::println);
        out.println();
    }

    private void call(Stop stop) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + stop.path()))
                .method(stop.method(), HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(stop.call() + " answered " + response.statusCode());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
