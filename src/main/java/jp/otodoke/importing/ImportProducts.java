package jp.otodoke.importing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.ProductData;
import jp.otodoke.catalog.SaveProduct;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.ReceiveStock;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.csv.CsvRow;
import org.springframework.stereotype.Service;

/**
 * Takes products and their stock from a file. The stock is a receipt named after the content of the file, so the
 * same file brings it once, and another file is another delivery.
 */
@Service
public class ImportProducts {
    private static final Map<String, String> COLUMNS =
            Map.of("taxClass", "tax_class", "unitPrice", "unit_price", "stockKeeping", "stock_keeping");

    private final CsvFile csv;
    private final Chunks chunks;
    private final Messages messages;
    private final Catalog catalog;
    private final SaveProduct saveProduct;
    private final ReceiveStock receiveStock;
    private final BusinessClock clock;

    ImportProducts(
            CsvFile csv,
            Chunks chunks,
            Messages messages,
            Catalog catalog,
            SaveProduct saveProduct,
            ReceiveStock receiveStock,
            BusinessClock clock) {
        this.csv = csv;
        this.chunks = chunks;
        this.messages = messages;
        this.catalog = catalog;
        this.saveProduct = saveProduct;
        this.receiveStock = receiveStock;
        this.clock = clock;
    }

    public ImportResult read(byte[] file) {
        var content = csv.read(file, ProductRow.COLUMNS);
        var problems = new ArrayList<>(content.problems());
        var items = understood(content.rows(), problems);
        var receipt = "products-file " + hash(file);
        return chunks.save(items, row -> save(row, receipt), field -> COLUMNS.getOrDefault(field, field), problems);
    }

    private List<Chunks.Item<ProductRow>> understood(List<CsvRow> rows, List<RowProblem> problems) {
        var items = new ArrayList<Chunks.Item<ProductRow>>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            var read = ProductRow.read(row);
            read.mistakes().forEach(mistake -> problems.add(messages.row(mistake)));
            var sku = ProductRow.sku(row);
            if (!seen.add(sku.toLowerCase(Locale.ROOT)) && !sku.isEmpty()) {
                problems.add(messages.row(row.line(), "sku", "duplicate"));
            } else {
                read.product().ifPresent(product -> items.add(new Chunks.Item<>(row.line(), product)));
            }
        }
        return items;
    }

    private Outcome save(ProductRow row, String receipt) {
        var saved = saveProduct.save(product(row));
        if (row.stockKeeping() && row.stock() > 0) {
            receiveStock.receive(row.sku(), row.stock(), receipt);
        }
        return switch (saved) {
            case CREATED -> Outcome.CREATED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.EXISTING;
        };
    }

    /** What the file does not tell of a known product stays as it is. */
    private ProductData product(ProductRow row) {
        var known = catalog.find(row.sku(), clock.today());
        return new ProductData(
                row.sku(),
                row.name(),
                row.kind(),
                row.taxClass(),
                row.unitPrice(),
                row.stockKeeping(),
                known.map(p -> p.active()).orElse(true),
                known.map(p -> p.temperature()).orElse(Temperature.AMBIENT),
                known.map(p -> p.weightGrams()).orElse(0),
                known.map(p -> p.components()).orElse(Map.of()));
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
