package io.ghirbal.report.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers {@code /health} (200 or 503, with a {@link ScheduleStatus} as JSON) and {@code /metrics} (Prometheus) to this machine only:
 * it listens on the loopback address, and only where somebody asked for it.
 */
public final class StatusServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;

    private StatusServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens from now on.
     *
     * @param port the port; 0 for any that is free
     * @throws IOException when the port is taken or not allowed
     */
    public static StatusServer start(int port, Supplier<ScheduleStatus> status, Supplier<String> metrics)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, NOT_FOUND, "text/plain", "/health or /metrics\n"));
        server.createContext("/health", exchange -> {
            ScheduleStatus now = status.get();
            answer(exchange, now.healthy() ? OK : UNAVAILABLE, "application/json", JSON.writeValueAsString(now) + "\n");
        });
        server.createContext(
                "/metrics",
                exchange -> answer(exchange, OK, "text/plain; version=0.0.4; charset=utf-8", metrics.get()));
        server.start();
        return new StatusServer(server);
    }

    private static void answer(HttpExchange exchange, int code, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Listens no more; answers under way are not waited for. */
    @Override
    public void close() {
        server.stop(0);
    }
}
