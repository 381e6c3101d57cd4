package io.ghirbal.report.remote;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The queue of ranges to analyse: one for each database, whatever address its users know that by.
 *
 * @param broker where it is
 * @param name its name there
 */
public record RangeQueue(Broker broker, String name) {
    private static final String OF_DATABASE = """
            select system_identifier || '.' || (select oid from pg_database where datname = current_database()) from pg_control_system()
            """;

    /**
     * The queue of a database.
     *
     * @param database one on PostgreSQL
     */
    public static RangeQueue of(Broker broker, JdbcClient database) {
        String identity = database.sql(OF_DATABASE).query(String.class).single();
        return new RangeQueue(broker, "ghirbal.ranges." + identity);
    }

    /**
     * Puts all into the queue or none.
     *
     * @throws BrokerUnavailableException when the broker can't be reached
     */
    void sendAll(Collection<RangeMessage> ranges) {
        try (JMSContext context = broker.connect()) {
            ranges.forEach(range -> send(context, range));
            context.commit();
        } catch (JMSRuntimeException e) {
            throw new BrokerUnavailableException(broker, e);
        }
    }

    /** Puts one into the queue once {@code context} is committed. */
    void send(JMSContext context, RangeMessage range) {
        range.send(context.createProducer(), context.createQueue(name), context.createMessage());
    }

    JMSConsumer receive(JMSContext context) {
        return context.createConsumer(context.createQueue(name));
    }
}
