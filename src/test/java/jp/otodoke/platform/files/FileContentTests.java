package jp.otodoke.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class FileContentTests {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_048_576, 1_048_577, 3_000_001})
    void isWhatWasCopiedHoweverMuch(int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        try (var content = FileContent.copyOf(new ByteArrayInputStream(bytes))) {
            assertThat(content.size()).isEqualTo(size);
            assertThat(content.sha256()).isEqualTo(FileContent.of(bytes).sha256());
            assertThat(content.bytes()).isEqualTo(bytes);
            assertThat(content.stream().readAllBytes()).isEqualTo(bytes);
            assertThat(content.read(size / 2, 100))
                    .isEqualTo(Arrays.copyOfRange(bytes, size / 2, Math.min(size, size / 2 + 100)));
            assertThat(content.read(size, 10)).isEmpty();
        }
    }

    @Test
    void aWindowShowsWhatIsThereWhereverItIsMoved() throws IOException {
        var bytes = new byte[300_000];
        var random = new Random(1);
        random.nextBytes(bytes);

        try (var content = FileContent.copyOf(new ByteArrayInputStream(bytes))) {
            var window = new FileWindow(content);
            for (int i = 0; i < 2_000; i++) {
                int at = random.nextInt(bytes.length);
                int length = random.nextInt(400);
                assertThat(window.at(at)).isEqualTo(bytes[at]);
                assertThat(window.read(at, length))
                        .isEqualTo(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length)));
            }
        }
    }

    @Test
    void copiesNoMoreThanAllowed() throws IOException {
        try (var content = FileContent.copyOf(new ByteArrayInputStream(new byte[3_000_000]), 2_000_000)) {
            assertThat(content.size()).isEqualTo(2_000_000);
        }
    }

    @Test
    void keysAreNumberedInTheirOrderAndRecognised() {
        var numbers = new KeyNumbers();

        IntStream.range(0, 10_000)
                .forEach(i -> assertThat(numbers.number("key " + i)).isEqualTo(i));

        assertThat(numbers.number("key 77")).isEqualTo(77);
        assertThat(numbers.size()).isEqualTo(10_000);
    }

    @Test
    void aLargeListMakesWhatIsAskedFor() {
        var list = LargeList.of(IntStream.range(0, 5_000).boxed().toList(), (place, number) -> place + ":" + number);

        assertThat(list).hasSize(5_000).startsWith("0:0", "1:1").endsWith("4999:4999");
        assertThat(list.get(4_321)).isEqualTo("4321:4321");
        assertThat(list.subList(10, 13)).isEqualTo(List.of("10:10", "11:11", "12:12"));
        assertThat(list.subList(1_000, 4_000).get(2_999)).isEqualTo("3999:3999");
        assertThat(list.stream().filter(e -> e.startsWith("99:")).toList()).containsExactly("99:99");
    }
}
