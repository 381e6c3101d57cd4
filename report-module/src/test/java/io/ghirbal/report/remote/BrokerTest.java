package io.ghirbal.report.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://broker.example:61616",
                "tcp://[::1]:61616",
                "tcp://10.0.0.7:61616?sslEnabled=true;trustStorePath=/etc/trust.p12",
                "(tcp://one:61616,tcp://two:61616)?ha=true"
            })
    void takesAnAddress(String url) {
        assertThatCode(() -> new Broker(url, null, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "broker", "broker:61616", "tcp://broker", "vm://0", "http://broker:80", "tcp://a:1,tcp://b:2"
            })
    void refusesWhatIsNone(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Broker(url, null, null))
                .withMessageContaining("tcp://HOST:PORT");
    }

    @Test
    void showsNoPassword() {
        Broker broker = new Broker("tcp://broker:1?sslEnabled=true;keyStorePassword=hidden", "me", "secret");

        assertThat(broker.holdsPassword()).isTrue();
        assertThat(broker.toString()).isEqualTo("tcp://broker:1");
        assertThat(broker.withoutPassword("hidden, secret")).isEqualTo("***, ***");
        assertThat(new Broker("tcp://broker:1?sslEnabled=true", null, null).holdsPassword())
                .isFalse();
    }

    @Test
    void reachesABrokerThatIsThere() throws Exception {
        try (TestBroker server = TestBroker.start()) {
            assertThatCode(server.address()::check).doesNotThrowAnyException();
        }
    }

    @Test
    void saysWhereNobodyListens() throws Exception {
        int port = TestBroker.freePort();
        Broker broker = new Broker("tcp://localhost:" + port, null, null);

        assertThatThrownBy(broker::check)
                .isInstanceOf(BrokerUnavailableException.class)
                .hasMessageContaining("cannot reach the broker tcp://localhost:" + port)
                .hasMessageContaining("Is it running");
    }
}
