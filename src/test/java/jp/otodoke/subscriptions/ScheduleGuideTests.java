package jp.otodoke.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.UnitTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the guide shows is what the rules do. */
@UnitTest
class ScheduleGuideTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(\\{.*})\\n```\\n((?:\\|.*\\n)+)");
    private static final Pattern TURN = Pattern.compile("(?m)^\\| (\\d+) \\| (\\S+) \\| (\\S+) \\|$");
    private static final Pattern SENTENCE = Pattern.compile("(?m)^\\| `(\\{.*?})` \\| (.+?) \\| (.+?) \\|$");

    record Example(RuleJson rule, String first, int count, @Nullable List<String> closedDays, @Nullable Shift shift) {}

    static Stream<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(guide()).results();
    }

    @Test
    void thereAreExamplesOfEachKind() throws IOException {
        assertThat(guide()).contains("DAYS", "MONTHS", "NTH_WEEKDAY", "DATES", "GAPS");
        assertThat(examples().count()).isGreaterThan(7);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleIsTrue(MatchResult found) throws JacksonException {
        var example = JSON.readValue(found.group(1), Example.class);
        var turns = PreviewSchedule.around(
                closed(example),
                example.shift() == null ? Shift.AFTER : example.shift(),
                ReadRule.of(example.rule()),
                LocalDate.parse(example.first()),
                example.count());

        assertThat(turns)
                .extracting(turn -> turn.turn() + " " + turn.nominal() + " " + turn.delivery())
                .isEqualTo(TURN.matcher(found.group(2))
                        .results()
                        .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                        .toList());
    }

    @Test
    void eachSentenceIsTrue() throws IOException {
        var shown = SENTENCE.matcher(guide()).results().toList();

        assertThat(shown).hasSizeGreaterThan(7).allSatisfy(row -> {
            var sentence =
                    ReadRule.of(JSON.readValue(row.group(1), RuleJson.class)).sentence();
            assertThat(sentence.japanese()).isEqualTo(row.group(2));
            assertThat(sentence.english()).isEqualTo(row.group(3));
        });
    }

    private static Set<LocalDate> closed(Example example) {
        return example.closedDays() == null
                ? Set.of()
                : Set.copyOf(example.closedDays().stream().map(LocalDate::parse).toList());
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/schedules.md"));
    }
}
