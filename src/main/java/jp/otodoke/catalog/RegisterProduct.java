package jp.otodoke.catalog;

import java.util.List;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a new product; a SKU in use is refused. */
@Service
public class RegisterProduct {
    private final SaveProduct saveProduct;
    private final ProductTable table;
    private final ProductCheck check;

    RegisterProduct(SaveProduct saveProduct, ProductTable table, ProductCheck check) {
        this.saveProduct = saveProduct;
        this.table = table;
        this.check = check;
    }

    @Transactional
    public void register(ProductData product) {
        if (!product.sku().isBlank() && table.kind(Sku.of(product.sku())).isPresent()) {
            throw new InvalidInput(List.of(check.problem("sku", "taken")));
        }
        saveProduct.save(product);
    }
}
