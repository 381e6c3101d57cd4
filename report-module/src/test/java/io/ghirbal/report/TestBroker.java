package io.ghirbal.report;

import io.ghirbal.report.remote.Broker;
import java.io.IOException;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** A message broker in this process, reached over the network as any other. It keeps nothing on the disk. */
public final class TestBroker implements AutoCloseable {
    private final EmbeddedActiveMQ server;
    private final int port;

    private TestBroker(EmbeddedActiveMQ server, int port) {
        this.server = server;
        this.port = port;
    }

    public static TestBroker start() throws Exception {
        return start(freePort());
    }

    /** One that listens on the port of one that was closed. */
    public static TestBroker start(int port) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", "tcp://localhost:" + port);
        EmbeddedActiveMQ server = new EmbeddedActiveMQ().setConfiguration(configuration);
        server.start();
        return new TestBroker(server, port);
    }

    /** A port on which nobody listens. */
    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public Broker address() {
        return new Broker("tcp://localhost:" + port, null, null);
    }

    public int port() {
        return port;
    }

    /** Messages that lie in the queues or are with a consumer. */
    public long messages() {
        return server.getActiveMQServer().getTotalMessageCount();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
