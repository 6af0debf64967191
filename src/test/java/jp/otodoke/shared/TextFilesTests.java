package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** The texts of all modules: found at once, in the reader's language, and filled in by many at the same time. */
@UnitTest
class TextFilesTests {
    private final TextFiles texts = new TextFiles(List.of(
            file("orders.properties", "order.many={0}件の受注\norder.plain=受注 {0}\norder.only=お届け"),
            file("orders_en.properties", "order.many={0} orders\norder.plain=Order {0}"),
            file("stock.properties", "stock.left=残り {0}")));

    @Test
    void eachLanguageHasItsTextsAndWhatIsNotTranslatedStaysJapanese() {
        assertThat(texts.getMessage("order.many", new Object[] {1234}, Locale.JAPAN))
                .isEqualTo("1,234件の受注");
        assertThat(texts.getMessage("order.many", new Object[] {2}, Locale.US)).isEqualTo("2 orders");
        assertThat(texts.getMessage("order.many", new Object[] {2}, Locale.FRENCH))
                .isEqualTo("2件の受注");
        assertThat(texts.getMessage("order.only", null, Locale.ENGLISH)).isEqualTo("お届け");
        assertThat(texts.getMessage("stock.left", new Object[] {3}, Locale.ENGLISH))
                .isEqualTo("残り 3");
        assertThat(texts.getMessage("missing", null, "?", Locale.ENGLISH)).isEqualTo("?");
    }

    @Test
    void withoutArgumentsATextStandsAsItIsWritten() {
        assertThat(texts.getMessage("order.plain", null, Locale.JAPANESE)).isEqualTo("受注 {0}");
    }

    @Test
    void nobodyWaitsForAnotherWhoFillsInTheSameText() {
        var one = texts.resolveCode("order.many", Locale.JAPANESE);

        assertThat(one).isNotNull();
        assertThat(texts.resolveCode("order.many", Locale.JAPANESE))
                .isEqualTo(one)
                .isNotSameAs(one);
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
