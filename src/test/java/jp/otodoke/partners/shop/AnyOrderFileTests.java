package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a shop sends is read, or refused with its place: nothing else ever happens. */
@UnitTest
class AnyOrderFileTests {
    private static final List<OrderFormat> FORMATS =
            List.of(new GenericOrders(), new EcCubeOrders(), new ShopifyOrders());

    @Property(tries = 600)
    void anyBytesAreReadOrRefusedAsAWhole(@ForAll byte[] bytes, @ForAll("formats") OrderFormat format) {
        read(format, bytes);
    }

    @Property(tries = 1500)
    void aSpoiltFileIsReadWithItsMistakesOrRefusedAsAWhole(
            @ForAll("formats") OrderFormat format, @ForAll("spoils") List<Spoil> spoils) {
        var text = whole(format);
        for (var spoil : spoils) {
            text = spoil.in(text);
        }
        read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void read(OrderFormat format, byte[] bytes) {
        try {
            var orders = OrderFile.read(format, FileContent.of(bytes));
            var last = new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1).length;
            for (var order : orders) {
                assertThat(order.rows()).isNotEmpty();
                for (var problem : order.problems()) {
                    assertThat(problem.line()).isBetween(2, last);
                    if (!problem.reason().equals("row-width")) {
                        assertThat(problem.field())
                                .as("only a whole row has no column")
                                .isNotEmpty();
                    }
                    assertThat(problem.code()).isNotEmpty();
                }
            }
        } catch (UnreadableFile refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }

    private static String whole(OrderFormat format) {
        if (format instanceof GenericOrders) {
            return ShopFiles.generic().row().row("order_no=G-2", "quantity=3").text();
        }
        return format instanceof EcCubeOrders
                ? ShopFiles.ecCube().row().row("注文番号=2", "個数=3").text()
                : ShopFiles.shopify().row().row("Name=#1002").text();
    }

    @Provide
    Arbitrary<OrderFormat> formats() {
        return Arbitraries.of(FORMATS);
    }

    @Provide
    Arbitrary<List<Spoil>> spoils() {
        var text = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "\"",
                        ",",
                        "\r\n",
                        "\0",
                        "-1",
                        "99999999999999999999",
                        "1.5",
                        "2026-02-30",
                        "０",
                        "午前中",
                        "#",
                        "能\"",
                        "\\\"",
                        "税率",
                        "¥"),
                Arbitraries.strings().ofMaxLength(12));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5_000),
                        Arbitraries.integers().between(0, 30),
                        text)
                .as(Spoil::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** So many characters at a place give way to others. */
    record Spoil(int at, int length, String text) {
        String in(String file) {
            int from = at % Math.max(1, file.length());
            int to = Math.min(file.length(), from + length);
            return file.substring(0, from) + text + file.substring(to);
        }
    }
}
