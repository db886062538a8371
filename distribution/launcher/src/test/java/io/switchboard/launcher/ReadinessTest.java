package io.switchboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void tellsTheStatusOfTheHub() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        Readiness readiness =
                new Readiness("http://127.0.0.1:" + server.getAddress().getPort());
        try {
            assertEquals(503, readiness.ask());
            status.set(200);
            assertEquals(200, readiness.ask());
        } finally {
            server.stop(0);
        }
        assertEquals(0, readiness.ask());
    }
}
