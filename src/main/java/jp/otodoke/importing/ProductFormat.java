package jp.otodoke.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductData;
import jp.otodoke.catalog.SaveProduct;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.ReceiveStock;
import jp.otodoke.inventory.Warehouses;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.LargeList;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/**
 * Products and their stock. The stock is booked as a receipt identified by the content of the file, so the same
 * file is booked once, and another file is another delivery.
 */
@Component
class ProductFormat extends UploadFormat<ProductRow> {
    private final Catalog catalog;
    private final SaveProduct saveProduct;
    private final ReceiveStock receiveStock;
    private final Warehouses warehouses;
    private final BusinessClock clock;

    ProductFormat(
            Catalog catalog,
            SaveProduct saveProduct,
            ReceiveStock receiveStock,
            Warehouses warehouses,
            BusinessClock clock,
            CurrentStaff staff) {
        super(
                "PRODUCTS",
                Map.of("taxClass", "tax_class", "unitPrice", "unit_price", "stockKeeping", "stock_keeping"),
                staff);
        this.catalog = catalog;
        this.saveProduct = saveProduct;
        this.receiveStock = receiveStock;
        this.warehouses = warehouses;
        this.clock = clock;
    }

    @Override
    public List<FileRecord<ProductRow>> read(String fileName, FileContent content) {
        var skus = new RepeatedKeys();
        var rows = UploadedCsv.read(content, ProductRow.COLUMNS, row -> note(row, skus));
        return LargeList.of(rows, (place, row) -> record(row, skus.isRepeated(place)));
    }

    private static void note(CsvRow row, RepeatedKeys skus) {
        var sku = ProductRow.sku(row);
        if (row.hasAllCells() && !sku.isEmpty()) {
            skus.add(sku.toLowerCase(Locale.ROOT));
        } else {
            skus.addNone();
        }
    }

    private FileRecord<ProductRow> record(CsvRow row, boolean repeated) {
        if (!row.hasAllCells()) {
            return FileRecord.bad(row.line(), row.raw(), List.of(mistake(row, "", "columns")), Set.of());
        }
        var read = ProductRow.read(row);
        var mistakes = new ArrayList<>(read.mistakes());
        if (repeated) {
            mistakes.add(mistake(row, "sku", "duplicate"));
        }
        read.product()
                .map(ProductRow::warehouse)
                .filter(warehouse -> !warehouses.contains(warehouse))
                .ifPresent(warehouse -> mistakes.add(mistake(row, ProductRow.WAREHOUSE.name(), "unknown")));
        return mistakes.isEmpty()
                ? FileRecord.good(row.line(), row.raw(), read.product().orElseThrow(), Set.of())
                : FileRecord.bad(row.line(), row.raw(), mistakes, Set.of());
    }

    /** Stock asks for its own permission, and so do products and prices, unless all stay as they are. */
    @Override
    public void authorize(List<FileRecord<ProductRow>> records) {
        if (!may(Permission.STOCK_EDIT) && records.stream().anyMatch(ProductFormat::bringsStock)) {
            require(Permission.STOCK_EDIT);
        }
        if (!may(Permission.PRODUCTS_EDIT) && records.stream().anyMatch(this::changesProduct)) {
            require(Permission.PRODUCTS_EDIT);
        }
    }

    private static boolean bringsStock(FileRecord<ProductRow> record) {
        var row = record.value();
        return row != null && row.stockKeeping() && row.stock() > 0;
    }

    private boolean changesProduct(FileRecord<ProductRow> record) {
        var row = record.value();
        return row != null
                && !row.sku().isBlank()
                && catalog.find(Sku.of(row.sku()), clock.today())
                        .map(ProductData::of)
                        .filter(product(row)::equals)
                        .isEmpty();
    }

    @Override
    public Outcome take(Source source, List<FileRecord<ProductRow>> records) {
        var receipt = "products-file " + source.sha256();
        return records.stream().map(r -> save(r.get(), receipt)).reduce(Outcome.NONE, Outcome::plus);
    }

    private Outcome save(ProductRow row, String receipt) {
        var saved = saveProduct.save(product(row));
        if (row.stockKeeping() && row.stock() > 0) {
            receiveStock.receive(Sku.of(row.sku()), row.warehouse(), row.stock(), receipt);
        }
        return switch (saved) {
            case CREATED -> Outcome.created(1);
            case UPDATED -> Outcome.updated(1);
            case UNCHANGED -> Outcome.existing(1);
        };
    }

    /** Fields of a known product that the file does not contain stay as they are. */
    private ProductData product(ProductRow row) {
        var known = row.sku().isBlank() ? Optional.<Product>empty() : catalog.find(Sku.of(row.sku()), clock.today());
        return new ProductData(
                row.sku(),
                row.name(),
                row.kind(),
                row.taxClass(),
                row.unitPrice(),
                row.stockKeeping(),
                known.map(p -> p.active()).orElse(true),
                Optional.ofNullable(row.temperature())
                        .or(() -> known.map(p -> p.temperature()))
                        .orElse(Temperature.AMBIENT),
                known.map(p -> p.weightGrams()).orElse(0),
                known.map(p -> p.components()).orElse(Map.of()),
                Optional.ofNullable(row.group())
                        .or(() -> known.map(p -> p.group()))
                        .orElse(null));
    }
}
