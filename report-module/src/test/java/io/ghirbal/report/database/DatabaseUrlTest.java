package io.ghirbal.report.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    @Test
    void readsAddressesOfPostgresqlAsItsDriverDoes() {
        for (String good : List.of(
                "jdbc:postgresql:news",
                "jdbc:postgresql:///news",
                "jdbc:postgresql://db/news",
                "jdbc:postgresql://db.example:5432/news?user=u&ssl=true",
                "jdbc:postgresql://[::1]:5432/news",
                "jdbc:postgresql://a:1,b:2/news")) {
            assertThat(new DatabaseUrl(good).isPostgresql()).isTrue();
        }
        for (String bad : List.of("jdbc:postgresql://db:port/news?password=geheim", "jdbc:postgresql://db:1:2/news")) {
            assertThatThrownBy(() -> new DatabaseUrl(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("HOST:PORT/DATABASE")
                    .message()
                    .doesNotContain("geheim");
        }
    }

    @Test
    void showsNoPassword() {
        DatabaseUrl url = new DatabaseUrl("jdbc:postgresql://db/news?user=u&password=geheim&ssl=true", null, "anderes");
        assertThat(url.toString()).isEqualTo("jdbc:postgresql://db/news");
        assertThat(url.holdsPassword()).isTrue();
        assertThat(url.withoutPassword("no geheim, no anderes here")).isEqualTo("no ***, no *** here");
        assertThat(new DatabaseUrl("jdbc:postgresql://db/news?user=u").holdsPassword())
                .isFalse();
    }

    @Test
    void namesADatabaseItDoesNotKnow() {
        assertThatThrownBy(() -> new DatabaseUrl("jdbc:mysql://localhost/news"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:mysql://localhost/news");
    }
}
