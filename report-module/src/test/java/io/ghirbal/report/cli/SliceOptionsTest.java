package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.summary.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SliceOptionsTest {
    private static final List<Topic> TOPICS = TopicClassifier.standard().topics();

    @Test
    void isEverythingUnlessTold() {
        SliceOptions options = of();

        assertThat(options.slice(TOPICS).isAll()).isTrue();
        assertThat(options.compared(Slice.ALL)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"medtop:15000000", "15000000", "sport", "SPORT", "رياضة", "الرياضة", "رياض"})
    void knowsATopicByCodeOrName(String topic) {
        assertThat(of("--topic", topic).slice(TOPICS).topics()).containsExactly("medtop:15000000");
    }

    @Test
    void takesAnyOfSeveralOutletsAndTopics() {
        assertThat(of("--outlet", "ا", "--outlet", "ب", "--topic", "sport", "--topic", "15000000", "--topic", "weather")
                        .slice(TOPICS))
                .isEqualTo(new Slice(null, null, List.of("ا", "ب"), List.of("medtop:15000000", "medtop:17000000")));
    }

    @Test
    void saysWhichTopicsThereAre() {
        assertThatThrownBy(() -> of("--topic", "gossip").slice(TOPICS))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageStartingWith("--topic gossip: there is no such topic, but: ")
                .hasMessageContaining("sport (رياضة)");
        assertThatThrownBy(() -> of("--topic", "and").slice(TOPICS)).hasMessageContaining("that may be any of: ");
        assertThatThrownBy(() -> of("--topic", "sport").slice(List.of()))
                .hasMessage("--topic: the database has no topics yet; run the job first");
    }

    @Test
    void comparesWithThePeriodBeforeOrAnyOther() {
        SliceOptions options =
                of("--from", "2026-03-01", "--to", "2026-03-07", "--outlet", "ا", "--compare", "previous");
        assertThat(options.compared(options.slice(TOPICS)))
                .isEqualTo(new Slice(LocalDate.of(2026, 2, 22), LocalDate.of(2026, 2, 28), List.of("ا"), List.of()));
        assertThat(of("--compare", "2025").compared(Slice.ALL))
                .isEqualTo(new Slice(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), List.of(), List.of()));
    }

    @Test
    void countsDaysBackFromToday() {
        LocalDate today = LocalDate.of(2026, 11, 29);
        Clock clock = Clock.fixed(today.atTime(8, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

        assertThat(of(clock, "--day", "yesterday"))
                .isEqualTo(new Slice(today.minusDays(1), today.minusDays(1), List.of(), List.of()));
        assertThat(of(clock, "--day", "2026-01-31").from()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(of(clock, "--last", "7d"))
                .isEqualTo(new Slice(LocalDate.of(2026, 11, 23), today, List.of(), List.of()));
        assertThat(of(clock, "--last", "4w").from()).isEqualTo(LocalDate.of(2026, 11, 2));
        SliceOptions compared =
                CommandLine.populateCommand(new SliceOptions(clock), "--last", "7d", "--compare", "previous");
        assertThat(compared.compared(compared.slice(TOPICS)))
                .isEqualTo(new Slice(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22), List.of(), List.of()));
    }

    @Test
    void refusesDaysItCannotRead() {
        assertThatThrownBy(() -> of("--day", "gestern").slice(TOPICS))
                .hasMessage("--day gestern: write 'yesterday', 'today', or a date like 2026-01-31");
        assertThatThrownBy(() -> of("--last", "week").slice(TOPICS))
                .hasMessage("--last week: write 7d for seven days or 4w for four weeks");
        assertThatThrownBy(() -> of("--last", "7d", "--day", "today").slice(TOPICS))
                .hasMessage("only one of --day, --last, and --from with --to can be given");
    }

    private static Slice of(Clock clock, String... arguments) {
        return CommandLine.populateCommand(new SliceOptions(clock), arguments).slice(TOPICS);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(
                        () -> of("--from", "2026-03-02", "--to", "2026-03-01").slice(TOPICS))
                .hasMessage("--from 2026-03-02 is after --to 2026-03-01");
        assertThatThrownBy(() -> of("--compare", "previous").compared(Slice.ALL))
                .hasMessage("--compare previous needs --from and --to");
        assertThatThrownBy(() -> of("--compare", "yesterday").compared(Slice.ALL))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageStartingWith("--compare: 'yesterday' is no period");
    }

    private static SliceOptions of(String... arguments) {
        return CommandLine.populateCommand(new SliceOptions(), arguments);
    }
}
