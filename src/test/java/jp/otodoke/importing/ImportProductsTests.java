package jp.otodoke.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.WarehouseLevel;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ImportProductsTests {
    private static final String HEADER = "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\n";

    private final ImportProducts importProducts;
    private final Catalog catalog;
    private final StockLevels stock;
    private final BusinessClock clock;

    @Autowired
    ImportProductsTests(ImportProducts importProducts, Catalog catalog, StockLevels stock, BusinessClock clock) {
        this.importProducts = importProducts;
        this.catalog = catalog;
        this.stock = stock;
        this.clock = clock;
    }

    @Test
    void takesProductsAndTheirStock() {
        var result = read("IP-1,\"茶, 緑\",GOODS,REDUCED,1080,true,5\nIP-2,券,SERVICE,STANDARD,500,false,9\n");

        assertThat(result).isEqualTo(new ImportResult(2, 2, 0, 0, 0, List.of()));
        assertThat(catalog.find(Sku.of("IP-1"), clock.today()))
                .map(Product::unitPrice)
                .contains(Yen.of(1080));
        assertThat(stock.of(Sku.of("IP-1")).onHand()).isEqualTo(5);
        assertThat(stock.of(Sku.of("IP-2")).onHand()).isZero();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = "IP-3,a,GOODS,STANDARD,100,true,5\n";
        read(file);

        var again = read(file);

        assertThat(again).isEqualTo(new ImportResult(1, 0, 1, 0, 0, List.of()));
        assertThat(stock.of(Sku.of("IP-3")).onHand()).isEqualTo(5);
    }

    @Test
    void anotherFileIsAnotherReceiptAndAnotherPrice() {
        read("IP-4,a,GOODS,STANDARD,100,true,5\n");

        var result = read("IP-4,a,GOODS,STANDARD,120,true,7\n");

        assertThat(result.updated()).isEqualTo(1);
        assertThat(stock.of(Sku.of("IP-4")).onHand()).isEqualTo(12);
        assertThat(catalog.find(Sku.of("IP-4"), clock.today()))
                .map(Product::unitPrice)
                .contains(Yen.of(120));
    }

    @Test
    void goodLinesGoInAndBadOnesAreNamed() {
        var result = read("IP-5,\"two\nlines\",GOODS,STANDARD,100,true,1\n"
                + "IP-6,,GOODS,STANDARD,100,true,1\n"
                + "IP-7,,THING,STANDARD,1.5,maybe,-1\n"
                + "IP-8,a\n"
                + "IP-5,again,GOODS,STANDARD,100,true,1\n"
                + "IP-9,a,GOODS,STANDARD,100,true,\n");

        assertThat(result.read()).isEqualTo(6);
        assertThat(result.created()).isEqualTo(2);
        assertThat(result.rejected()).isEqualTo(4);
        assertThat(result.errors())
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactly(
                        "4 name required",
                        "5 kind invalid",
                        "5 unit_price invalid",
                        "5 stock_keeping invalid",
                        "5 initial_stock invalid",
                        "5 name required",
                        "6  columns",
                        "7 sku duplicate");
        assertThat(catalog.find(Sku.of("IP-5"), clock.today())).isPresent();
        assertThat(catalog.find(Sku.of("IP-6"), clock.today())).isEmpty();
        assertThat(stock.of(Sku.of("IP-5")).onHand()).isEqualTo(1);
    }

    @Test
    void readsCp932AndUtf8WithItsMark() {
        var line = HEADER + "IP-10,青汁㈱,GOODS,REDUCED,100,true,0\r\n";

        importProducts.take(ImportProducts.NAME, FileContent.of(line.getBytes(Charset.forName("windows-31j"))));
        assertThat(catalog.find(Sku.of("IP-10"), clock.today()))
                .map(Product::name)
                .contains("青汁㈱");

        assertThat(ImportResult.of(importProducts.take(
                                ImportProducts.NAME,
                                FileContent.of(("\uFEFF" + line).getBytes(StandardCharsets.UTF_8))))
                        .existing())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoProductFileAsAWhole() {
        assertThat(refused("")).isEqualTo("empty");
        assertThat(refused("sku,name\n1,2\n")).isEqualTo("header");
        assertThat(refused("PK\u0003\u0004\0\0")).isEqualTo("encoding");
        assertThat(refused(HEADER + "1,\"a,GOODS,STANDARD,1,true,1\n2,b,GOODS,STANDARD,1,true,1\n"))
                .isEqualTo("quote");
        assertThat(refused(HEADER + "1,\"a\"b,GOODS,STANDARD,1,true,1\n")).isEqualTo("unreadable");
    }

    @Test
    void twoThousandProductsTakeAFewSeconds() {
        var lines = IntStream.range(0, 2_000)
                .mapToObj(i -> "IPM-" + i + ",Product " + i + ",GOODS,STANDARD," + (i + 1) + ",true,10\n")
                .collect(Collectors.joining());
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();

        assertThat(read(lines).created()).isEqualTo(2_000);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                .as("time that this thread worked, whatever else the machine does")
                .isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void takesTheTemperatureAndTheWarehouseWhereTheFileNamesThem() {
        var header = HEADER.strip() + ",temperature,warehouse\n";

        var result = ImportResult.of(importProducts.take(
                ImportProducts.NAME,
                FileContent.of((header
                                + "IP-20,氷菓,GOODS,REDUCED,500,true,50,FROZEN,COOL\nIP-21,茶,GOODS,REDUCED,500,true,5,,\n"
                                + "IP-22,a,GOODS,REDUCED,500,true,5,HOT,\nIP-23,a,GOODS,REDUCED,500,true,5,,MOON\n")
                        .getBytes(StandardCharsets.UTF_8))));

        assertThat(result.errors())
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactly("4 temperature invalid", "5 warehouse unknown");
        assertThat(catalog.find(Sku.of("IP-20"), clock.today()))
                .map(Product::temperature)
                .contains(Temperature.FROZEN);
        assertThat(stock.byWarehouse(Sku.of("IP-20")))
                .containsExactly(new WarehouseLevel(Warehouse.of("COOL"), 50, 0, 50, 0));
        assertThat(stock.byWarehouse(Sku.of("IP-21"))).containsExactly(new WarehouseLevel(Warehouse.MAIN, 5, 0, 5, 0));
    }

    @Test
    void aFileWithoutTemperaturesLeavesThemAsTheyAre() {
        importProducts.take(
                ImportProducts.NAME,
                FileContent.of((HEADER.strip() + ",temperature\nIP-24,氷菓,GOODS,REDUCED,500,true,5,CHILLED\n")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(read("IP-24,氷菓,GOODS,REDUCED,500,true,7\n").existing()).isEqualTo(1);
        assertThat(catalog.find(Sku.of("IP-24"), clock.today()))
                .map(Product::temperature)
                .contains(Temperature.CHILLED);
    }

    @Test
    void neverFailsOnDamagedFiles() {
        var sample = (HEADER + "IPF-1,茶,GOODS,REDUCED,1080,true,5\nIPF-2,\"a, b\",SET,STANDARD,500,false,0\n")
                .getBytes(StandardCharsets.UTF_8);
        var random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            var damaged = sample.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                damaged[HEADER.length() + random.nextInt(sample.length - HEADER.length())] = (byte) random.nextInt(256);
            }
            try {
                var result = ImportResult.of(importProducts.take(ImportProducts.NAME, FileContent.of(damaged)));
                assertThat(result.created() + result.existing() + result.updated() + result.rejected())
                        .isEqualTo(result.read());
            } catch (InvalidInput whole) {
                assertThat(whole.problems()).isNotEmpty();
            }
        }
    }

    private ImportResult read(String lines) {
        return ImportResult.of(importProducts.take(
                ImportProducts.NAME, FileContent.of((HEADER + lines).getBytes(StandardCharsets.UTF_8))));
    }

    private String refused(String file) {
        var refused = catchThrowableOfType(
                InvalidInput.class,
                () -> ImportResult.of(importProducts.take(
                        ImportProducts.NAME, FileContent.of(file.getBytes(StandardCharsets.UTF_8)))));
        return refused.problems().stream().map(FieldProblem::code).collect(Collectors.joining());
    }
}
