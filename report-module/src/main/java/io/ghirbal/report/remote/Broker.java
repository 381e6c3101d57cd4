package io.ghirbal.report.remote;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Address of the message broker over which a run and its workers find each other.
 *
 * @param url {@code tcp://HOST:PORT}, with settings of Artemis behind a question mark if need be, or several in parentheses
 * @param user name of the role; null when none is needed
 * @param password its password; null when none is needed
 */
public record Broker(
        String url, @Nullable String user, @Nullable String password) {
    private static final String ADDRESS = "tcp://(\\[[0-9a-fA-F:.]+]|[^\\s/?:,()\\[\\]]+):[0-9]{1,5}";
    private static final Pattern URL =
            Pattern.compile("(ADDRESS|\\(ADDRESS(,ADDRESS)*\\))([?]\\S*)?".replace("ADDRESS", ADDRESS));
    /** In the settings of an address: of a role, of the stores of keys. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;][a-z]*password=([^&;]+)");

    /**
     * Takes the parts of an address.
     *
     * @throws IllegalArgumentException when it is no address of a broker; the message is fit for a user
     */
    public Broker {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "not an address of a broker: '%s'; use tcp://HOST:PORT, like tcp://broker.example:61616"
                            .formatted(withoutSettings(url)));
        }
    }

    /** Whether a password stands in the address itself. */
    public boolean holdsPassword() {
        return PASSWORD.matcher(url).find();
    }

    /** The address without its settings, which may hold a password. */
    public String shown() {
        return withoutSettings(url);
    }

    /** Without its settings and the password. */
    @Override
    public String toString() {
        return shown();
    }

    /**
     * Connects, and that is all.
     *
     * @throws BrokerUnavailableException when it can't be reached, or does not let this role in
     */
    public void check() {
        connect().close();
    }

    /**
     * A connection and session in which what is received and sent counts only once it is committed.
     *
     * @throws BrokerUnavailableException when the broker can't be reached
     */
    JMSContext connect() {
        try {
            return factory().createContext(user, password, JMSContext.SESSION_TRANSACTED);
        } catch (JMSRuntimeException e) {
            throw new BrokerUnavailableException(this, e);
        }
    }

    private ConnectionFactory factory() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        // a range that lies ready at a worker that is busy is one that an idle worker does not get
        factory.setConsumerWindowSize(0);
        return factory;
    }

    /** A text without the passwords, should it hold them. */
    String withoutPassword(String text) {
        String clean = text;
        Matcher inAddress = PASSWORD.matcher(url);
        while (inAddress.find()) {
            clean = clean.replace(inAddress.group(1), "***");
        }
        return password == null || password.isEmpty() ? clean : clean.replace(password, "***");
    }

    private static String withoutSettings(String url) {
        return url.split("[?]", 2)[0];
    }
}
