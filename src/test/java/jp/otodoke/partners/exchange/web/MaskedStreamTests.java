package jp.otodoke.partners.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.personal.Masking;
import org.junit.jupiter.api.Test;

/** What is masked portion by portion is what is masked as a whole. */
@UnitTest
class MaskedStreamTests {
    @Test
    void hidesTheSameAsMaskingOfTheWhole() throws IOException {
        var text = IntStream.range(0, 20_000)
                .mapToObj("A%05d,山田 花子,090-1234-5678,Jane Smith,hanako@example.jp,千代田1-1\r\n"::formatted)
                .collect(Collectors.joining("", "no,name\r\n", ""));

        for (var charset : List.of(StandardCharsets.UTF_8, CharacterSets.CP932)) {
            assertThat(new String(masked(text, charset), charset)).isEqualTo(Masking.raw(text));
        }
    }

    @Test
    void aTextWithoutAnyLineBreakOrCommaComesThrough() throws IOException {
        var text = "0".repeat(300_000);

        assertThat(masked(text, StandardCharsets.UTF_8)).hasSize(300_000);
        assertThat(masked("", StandardCharsets.UTF_8)).isEmpty();
    }

    private static byte[] masked(String text, Charset charset) throws IOException {
        try (var stream = new MaskedStream(FileContent.of(text.getBytes(charset)), charset)) {
            return stream.readAllBytes();
        }
    }
}
