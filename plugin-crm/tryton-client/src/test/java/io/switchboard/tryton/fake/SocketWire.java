package io.switchboard.tryton.fake;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.tryton.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends questions over a socket and knows no policies: each goes out once. */
public final class SocketWire implements Wire {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    /** Sends to that address. */
    public SocketWire(String address) {
        this.address = address;
    }

    @Override
    public HttpAnswer send(HttpQuestion question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + question.target()))
                .timeout(Duration.ofSeconds(20))
                .method(
                        question.method(),
                        question.body()
                                .map(body -> {
                                    byte[] bytes = new byte[body.remaining()];
                                    body.get(bytes);
                                    return HttpRequest.BodyPublishers.ofByteArray(bytes);
                                })
                                .orElse(HttpRequest.BodyPublishers.noBody()));
        question.headers().forEach((name, value) -> request.header(name, value.reveal()));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (!question.accepts(response.statusCode())) {
                throw ConnectorException.of(ErrorCode.BACKEND_FAILED);
            }
            return HttpAnswer.builder(response.statusCode())
                    .header(
                            "Content-Type",
                            response.headers().firstValue("Content-Type").orElse(""))
                    .body(response.body())
                    .build();
        } catch (IOException e) {
            throw ConnectorException.of(question.reads() ? ErrorCode.BACKEND_UNREACHABLE : ErrorCode.OUTCOME_UNKNOWN)
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e);
        }
    }
}
