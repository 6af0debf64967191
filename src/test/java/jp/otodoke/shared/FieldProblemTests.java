package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** A mistake is told in the language of whoever made it. */
@UnitTest
class FieldProblemTests {
    private static final FieldProblem PROBLEM = new FieldProblem(
            "lines[0].sku", "unknown", new BilingualText("商品「X-1」はありません", "There is no product “X-1”"));

    /** A mistake that is made up with a sentence of one language, up to the end of the statement. */
    private static final Pattern MADE =
            Pattern.compile("new (?:FieldProblem|InvalidInput)\\((?!List)[^;]*?;", Pattern.DOTALL);

    private static final Pattern SENTENCE =
            Pattern.compile("\"[^\"]*(?:[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[A-Z][a-z]+ [a-z]+)[^\"]*\"");

    @BeforeEach
    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isShownInTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(PROBLEM.message()).isEqualTo("There is no product “X-1”");

        LocaleContextHolder.setLocale(Locale.JAPANESE);
        assertThat(PROBLEM.message()).isEqualTo("商品「X-1」はありません");
    }

    @Test
    void isJapaneseWhereNobodyReads() {
        assertThat(PROBLEM.message()).isEqualTo("商品「X-1」はありません");
    }

    @Test
    void isAnsweredAsFieldCodeAndMessage() {
        assertThat(JsonMapper.builder().build().writeValueAsString(PROBLEM))
                .isEqualTo("{\"field\":\"lines[0].sku\",\"code\":\"unknown\",\"message\":\"商品「X-1」はありません\"}");
    }

    @Test
    void keepsBothLanguagesWhereThePlaceIsNamedAgain() {
        assertThat(PROBLEM.at("rows[3].sku").words()).isEqualTo(PROBLEM.words());
    }

    @Test
    void noMistakeIsWrittenInOneLanguageOnly() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(f -> f.toString().endsWith(".java")).flatMap(FieldProblemTests::inOneLanguage))
                    .isEmpty();
        }
    }

    private static Stream<String> inOneLanguage(Path file) {
        try {
            return MADE.matcher(Files.readString(file))
                    .results()
                    .map(made -> made.group())
                    .filter(made -> !made.contains("BilingualText.of(")
                            && SENTENCE.matcher(made).find())
                    .map(made -> file.getFileName() + ": " + made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
