package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.Collectors;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class KenAllTests {
    @Test
    void readsEveryPitfallOfThePostOfficesFile() throws IOException {
        var content = KenAll.read(sample());

        assertThat(content.problems()).isEmpty();
        assertThat(content.areas().stream()
                        .map(a -> a.zip() + " " + a.prefecture() + a.city() + " " + a.town() + " " + a.townKana()))
                .containsExactly(
                        "0000000 東京都見本市  ",
                        "0000001 東京都見本市 桜町 サクラマチ",
                        "0000002 東京都見本市 長井町 ナガイマチ",
                        "0000003 東京都見本市 南町 ミナミマチ",
                        "0000003 東京都見本市 東町 ヒガシマチ",
                        "0000004 東京都見本市 見本ビル３階 ミホンビル3カイ",
                        "0000005 東京都見本市  ",
                        "0000006 東京都見本市  ",
                        "0000003 三重県試市 北町 キタマチ");
    }

    @ParameterizedTest
    @CsvSource({
        "以下に掲載がない場合,''",
        "小菅村の次に６６４番地以降がくる場合,''",
        "利島村一円,''",
        "一円,一円",
        "大通西（１～１９丁目）,大通西",
        "霞が関霞が関ビル（地階・階層不明）,霞が関霞が関ビル",
        "霞が関霞が関ビル（３６階）,霞が関霞が関ビル３６階",
        "種市第１５地割～第２１地割（鹿糠、小路合）,種市",
        "葛巻第４０地割（５７番地１２５、１７６を除く）～第４５地割,葛巻",
        "その他,その他"
    })
    void aTownIsFreedOfRemarks(String raw, String town) {
        assertThat(KenAll.town(raw)).isEqualTo(town);
    }

    @Test
    void twoTownsInOneLineAreTwoAreas() {
        var content = KenAll.read(line("甲、乙（大木戸）"));

        assertThat(content.areas()).extracting(PostalArea::town).containsExactly("甲", "乙");
    }

    @Test
    void namesTheLineThatIsNoPostalCode() {
        var content = KenAll.read(line("東町") + line("西町").replace("1000001", "10-0001"));

        assertThat(content.problems()).containsExactly(new KenAll.Problem(2, "郵便番号", "invalid"));
    }

    @Test
    void aBracketThatNeverClosesIsAProblem() {
        assertThat(KenAll.read(line("東町（１丁目、")).problems())
                .extracting(KenAll.Problem::code)
                .containsExactly("unclosed");
    }

    @Test
    void knowsAFileOfDifferences() {
        assertThat(KenAll.read(line("東町").replace(",0,0\r\n", ",1,5\r\n")).differencesOnly())
                .isTrue();
    }

    @Test
    void neverFailsOnDamagedFiles() throws IOException {
        var sample = sample();
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var damaged = random.ints(1 + random.nextInt(5), 0, sample.length())
                    .boxed()
                    .collect(Collectors.toSet());
            var text = new StringBuilder(sample);
            damaged.forEach(at -> text.setCharAt(at, "\",（）\r\n0あ".charAt(random.nextInt(8))));

            var content = KenAll.read(text.substring(0, random.nextInt(text.length() + 1)));

            assertThat(content.areas()).allMatch(area -> area.zip().matches("\\d{7}"));
        }
    }

    private static String line(String town) {
        return "13101,\"100  \",\"1000001\",\"ﾄｳｷﾖｳﾄ\",\"ﾁﾖﾀﾞｸ\",\"ﾁﾖﾀﾞ\",\"東京都\",\"千代田区\",\"" + town
                + "\",0,0,0,0,0,0\r\n";
    }

    private static String sample() throws IOException {
        try (var file = KenAllTests.class.getResourceAsStream("/postal/KEN_ALL_pitfalls.csv")) {
            return new String(file.readAllBytes(), Charset.forName("windows-31j"));
        }
    }
}
