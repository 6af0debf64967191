package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document of blank boxes is none: without a font nothing is written, and it is said what to do. */
@UnitTest
class JapaneseFontsTests {
    @TempDir
    Path folder = Path.of("");

    @Test
    void withoutAFontItIsSaidWhatToSet() {
        var render = new RenderPdf(new JapaneseFonts("", List.of(folder)));

        assertThatThrownBy(() -> render.render("<html><body>あ</body></html>", Instant.EPOCH))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(no.words().japanese()).contains("OTODOKE_FONT");
                    assertThat(no.words().english()).contains("OTODOKE_FONT");
                });
    }

    @Test
    void aConfiguredFontThatIsNotThereIsNamed() {
        var fonts = new JapaneseFonts(folder.resolve("gone.ttf").toString(), List.of());

        assertThatThrownBy(fonts::get)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.words().japanese()).contains("OTODOKE_FONT", "gone.ttf"));
    }

    @Test
    void aFileThatIsNoFontIsNamedOrPassedOver() throws IOException {
        var file = Files.writeString(folder.resolve("ipaexg.ttf"), "no font");

        assertThatThrownBy(new JapaneseFonts(file.toString(), List.of())::get)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.messageKey()).isEqualTo("document.refused.font-unusable"));
        assertThatThrownBy(new JapaneseFonts("", List.of(folder))::get)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.messageKey()).isEqualTo("document.refused.no-font"));
    }

    @Test
    void aFontOfTheMachineIsFoundInItsFolderWhateverElseLiesThere() throws IOException {
        var font = JapaneseFont.required();
        Files.writeString(folder.resolve("DejaVuSans.ttf"), "another");
        var deep = Files.createDirectories(folder.resolve("truetype/deep"));
        Files.createSymbolicLink(
                deep.resolve(font.file().getFileName()), font.file().toRealPath());

        var found = new JapaneseFonts("", List.of(folder)).get();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).has('茶')).isTrue();
        assertThat(found.get(0).has(0x1F375)).isFalse();
    }
}
