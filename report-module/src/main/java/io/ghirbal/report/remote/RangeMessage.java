package io.ghirbal.report.remote;

import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.Optional;

/**
 * A range of articles to analyse, as it travels: what and how is told by the database, under the number of the step execution.
 *
 * @param stepExecution number of the execution of the step that analyses one range
 * @param program what analyses it
 */
record RangeMessage(long stepExecution, Program program) {
    private static final String STEP_EXECUTION = "stepExecution";
    private static final String VERSION = "version";
    private static final String RULES = "rules";
    private static final String MODEL = "model";

    /** What a message says; empty when it is none of ours. */
    static Optional<RangeMessage> read(Message message) throws JMSException {
        if (!message.propertyExists(STEP_EXECUTION)
                || !message.propertyExists(VERSION)
                || !message.propertyExists(RULES)
                || !message.propertyExists(MODEL)) {
            return Optional.empty();
        }
        return Optional.of(new RangeMessage(
                message.getLongProperty(STEP_EXECUTION),
                new Program(
                        message.getStringProperty(VERSION),
                        message.getStringProperty(RULES),
                        message.getStringProperty(MODEL))));
    }

    /** Sends it as {@code message}. */
    void send(JMSProducer producer, Queue queue, Message message) {
        producer.setProperty(STEP_EXECUTION, stepExecution)
                .setProperty(VERSION, program.version())
                .setProperty(RULES, program.rules())
                .setProperty(MODEL, program.model())
                .send(queue, message);
    }
}
