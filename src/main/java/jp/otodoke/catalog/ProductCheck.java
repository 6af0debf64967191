package jp.otodoke.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Finds every mistake in a product's data. */
@Component
class ProductCheck {
    private static final String SKU = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/+-]{0,49}";
    private static final int LONGEST_GROUP = 50;
    private static final Yen HIGHEST_PRICE = Yen.of(1_000_000_000);

    private final ProductTable table;

    ProductCheck(ProductTable table) {
        this.table = table;
    }

    void require(ProductData product) {
        var problems = problems(product);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    FieldProblem problem(String field, String code) {
        return new FieldProblem(
                field, code, BilingualText.of("product.problem." + code, BilingualText.named("product.field", field)));
    }

    private List<FieldProblem> problems(ProductData product) {
        var found = new ArrayList<FieldProblem>();
        if (product.sku().isEmpty()) {
            found.add(problem("sku", "required"));
        } else if (!product.sku().matches(SKU)) {
            found.add(problem("sku", "invalid"));
        }
        if (product.name().isEmpty()) {
            found.add(problem("name", "required"));
        } else if (product.name().length() > 200) {
            found.add(problem("name", "too-long"));
        }
        if (product.unitPrice().isNegative() || product.unitPrice().isMoreThan(HIGHEST_PRICE)) {
            found.add(problem("unitPrice", "invalid"));
        }
        if (product.weightGrams() < 0) {
            found.add(problem("weightGrams", "invalid"));
        }
        if (product.group() != null && product.group().length() > LONGEST_GROUP) {
            found.add(problem("group", "too-long"));
        }
        components(product.kind(), product.sku(), product.components(), found);
        return found;
    }

    /** A set consists of known single products; nothing else consists of anything. */
    private void components(ProductKind kind, String sku, Map<Sku, Integer> components, List<FieldProblem> found) {
        if (kind != ProductKind.SET) {
            if (!components.isEmpty()) {
                found.add(problem("components", "not-a-set"));
            }
            return;
        }
        components.forEach((component, quantity) -> {
            var known = table.kind(component);
            if (known.isEmpty()) {
                found.add(problem("components", "unknown"));
            } else if (component.value().equals(sku) || known.get() == ProductKind.SET || quantity <= 0) {
                found.add(problem("components", "invalid"));
            }
        });
    }
}
