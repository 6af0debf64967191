package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

@UnitTest
class PrintableTextTests {
    @Test
    void whatAFontDrawsStays() {
        assertThat(PrintableText.of("緑茶 <p>", character -> true)).isEqualTo(new PrintableText("緑茶 <p>", false));
    }

    @Test
    void whatItLacksBecomesAGetaMarkAndIsTold() {
        var emoji = new String(Character.toChars(0x1F375));

        assertThat(PrintableText.of("茶" + emoji, character -> character != 0x1F375))
                .isEqualTo(new PrintableText("茶〓", true));
    }

    @Test
    void variationSelectorsAreLeftOutWithoutAWord() {
        var text = "葛" + new String(Character.toChars(0xE0100)) + "飾︀";

        assertThat(PrintableText.of(text, character -> true)).isEqualTo(new PrintableText("葛飾", false));
    }

    @Test
    void aYenSignThatIsMissingIsWrittenWide() {
        assertThat(PrintableText.of("¥100", character -> character != 0xA5))
                .isEqualTo(new PrintableText("￥100", false));
    }

    @Property(tries = 500)
    void nothingIsLeftThatCanNotBeDrawn(@ForAll String text) {
        var printable = PrintableText.of(text, character -> character < 0x3100);

        assertThat(printable.text().codePoints()).allMatch(character -> character < 0x3100);
        assertThat(PrintableText.of(printable.text(), character -> character < 0x3100))
                .isEqualTo(new PrintableText(printable.text(), false));
    }
}
