package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read stands in the message files and templates, never in Java. */
@UnitTest
class TextInCodeTests {
    private static final Path JAVA = Path.of("src/main/java");

    /** Literals, and comments only so that what looks like a literal in them is passed over. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|(\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)+')",
            Pattern.DOTALL);

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    private static final Pattern MADE_OF_LITERALS =
            Pattern.compile("(?:new BilingualText|BilingualText\\.asWritten)\\(\\s*\"[^\"]*(?<![%,])\\p{L}[^\"]*\"");

    /** The demo's firm, its customers and its partners are Japanese. */
    private static final Path DEMO = JAVA.resolve("jp/otodoke/demo");

    private static final Map<String, String> JAPANESE_BY_NATURE = Map.ofEntries(
            Map.entry("Prefectures", "names of the prefectures"),
            Map.entry("PlaceName", "variants of characters in place names"),
            Map.entry("SearchKeys", "variants of characters in family names"),
            Map.entry("Cp932Text", "characters that CP932 lacks"),
            Map.entry("RemitterName", "small kana that banks write large"),
            Map.entry("TextNormalizer", "first and last of the hiragana"),
            Map.entry("CustomerCheck", "characters that kana are made of"),
            Map.entry("PasswordRules", "words that are no password"),
            Map.entry("KenAllReader", "notes and columns of the post office's file"),
            Map.entry("PayerKey", "legal forms of firms in kana"),
            Map.entry("RecordField", "fields of the banks' files"),
            Map.entry("Zengin01", "fields of the banks' files"),
            Map.entry("Zengin03", "fields of the banks' files"),
            Map.entry("ZenginFile", "fields of the banks' files"),
            Map.entry("DebitLayout", "fields of the banks' files"),
            Map.entry("BankKana", "small kana that banks write large"),
            Map.entry("DskColumn", "columns of the agency's file"),
            Map.entry("CardUpdateField", "fields of the agency's file"),
            Map.entry("EcCubeColumns", "columns of the shop's file"),
            Map.entry("EcCubeKind", "values of the shop's file"),
            Map.entry("EcCubeOrders", "values of the shop's file"),
            Map.entry("EcCubeState", "values of the shop's file"),
            Map.entry("ShopifyNote", "what customers write in a shop's note"),
            Map.entry("ShopifyOrders", "values of the shop's file"),
            Map.entry("PaymentNames", "what shops call ways to pay"),
            Map.entry("Slots", "what shops call times of the day"),
            Map.entry("CitySplit", "names of cities"),
            Map.entry("ShopFields", "how shops write amounts and days"),
            Map.entry("CustomerFormat", "values of the file of customers"),
            Map.entry("RecordStockSnapshot", "what warehouses call good stock"),
            Map.entry("ProductForm", "the sign of yen as people type it"),
            Map.entry("ChargesPage", "the sign of yen as people type it"),
            Map.entry("ReadOrderForm", "the sign of yen as people type it"),
            Map.entry("OrderRequest", "examples in the description of the API"));

    @Test
    void noSentenceInJapaneseStandsInJava() {
        assertThat(sources()
                        .filter(file -> !file.startsWith(DEMO))
                        .filter(file -> !JAPANESE_BY_NATURE.containsKey(name(file)))
                        .flatMap(file -> japanese(file).map(literal -> name(file) + ": " + literal)))
                .as("Give the sentence a key in messages/<module>.properties and _en, and write BilingualText.of(key)")
                .isEmpty();
    }

    @Test
    void whatIsExceptedStillHoldsDataInJapanese() {
        var japanese = sources()
                .filter(file -> japanese(file).findAny().isPresent())
                .map(TextInCodeTests::name)
                .toList();

        assertThat(japanese).containsAll(JAPANESE_BY_NATURE.keySet());
    }

    @Test
    void noTextIsPutTogetherFromLiteralsOfTheLanguages() {
        assertThat(sources().flatMap(file -> MADE_OF_LITERALS
                        .matcher(text(file))
                        .results()
                        .map(found -> name(file) + ": " + found.group())))
                .isEmpty();
    }

    private static Stream<String> japanese(Path file) {
        return TOKEN.matcher(text(file)).results().map(TextInCodeTests::literal).filter(literal -> JAPANESE.matcher(
                        literal)
                .find());
    }

    private static String literal(MatchResult token) {
        return token.group(1) == null ? "" : token.group(1);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Stream<Path> sources() {
        try (var all = Files.walk(JAVA)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
