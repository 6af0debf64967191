package jp.otodoke.inventory.web;

import jp.otodoke.inventory.StockLevels;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stock of a product, as a part of its page. */
@Controller
class StockPage {
    private final StockLevels levels;

    StockPage(StockLevels levels) {
        this.levels = levels;
    }

    @GetMapping("/stock/of-product")
    String show(@RequestParam Sku sku, Model model) {
        model.addAttribute("stock", levels.of(sku));
        model.addAttribute("warehouses", levels.byWarehouse(sku));
        return "inventory/stock :: levels";
    }
}
