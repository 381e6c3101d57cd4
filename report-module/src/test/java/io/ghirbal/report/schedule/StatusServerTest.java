package io.ghirbal.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusServerTest {
    private static final Instant NEXT = Instant.parse("2026-03-10T05:15:00Z");

    private volatile boolean healthy = true;

    @Test
    void answersHealthAndMetrics() throws Exception {
        try (StatusServer server = start()) {
            HttpResponse<String> health = get(server, "/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .contains("\"healthy\":true", "\"next\":\"2026-03-10T05:15:00Z\"", "\"lastEnd\":null");
            assertThat(get(server, "/metrics").body()).isEqualTo("ghirbal_runs_total 1\n");
            assertThat(get(server, "/else").statusCode()).isEqualTo(404);
            healthy = false;
            assertThat(get(server, "/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void listensToThisMachineOnly() throws Exception {
        try (StatusServer server = start()) {
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            for (InetAddress other : others) {
                assertThat(accepts(other, server.port())).as("%s", other).isFalse();
            }
            assertThat(accepts(InetAddress.getLoopbackAddress(), server.port())).isTrue();
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private StatusServer start() throws IOException {
        return StatusServer.start(
                0, () -> new ScheduleStatus(healthy, false, null, null, NEXT), () -> "ghirbal_runs_total 1\n");
    }

    private static HttpResponse<String> get(StatusServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
