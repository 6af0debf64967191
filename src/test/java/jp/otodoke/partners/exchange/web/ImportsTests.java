package jp.otodoke.partners.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;

@UnitTest
class ImportsTests {
    @ParameterizedTest
    @CsvSource({
        "deposits.txt, deposits.txt",
        "'C:\\Documents\\入金 11月.txt', 入金 11月.txt",
        "../../etc/passwd, passwd",
        "'', file.csv",
        "'  ', file.csv",
        "folder/, file.csv"
    })
    void aFileHasItsNameWithoutTheSendersFolders(String given, String name) {
        assertThat(Imports.name(new MockMultipartFile("file", given, null, new byte[0]), "file.csv"))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 27})
    void controlCharactersAreLeftOut(int control) {
        assertThat(Imports.name(
                        new MockMultipartFile("file", "a" + (char) control + "b.txt", null, new byte[0]), "file.csv"))
                .isEqualTo("ab.txt");
    }
}
