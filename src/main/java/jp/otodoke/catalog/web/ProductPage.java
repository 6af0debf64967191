package jp.otodoke.catalog.web;

import java.util.Arrays;
import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductDates;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.catalog.RegisterProduct;
import jp.otodoke.catalog.SaveProduct;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.catalog.sql.ProductSearch;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The products' pages. */
@Controller
@RequestMapping("/products")
class ProductPage {
    private static final int SIZE = 50;

    private final ProductSearch search;
    private final Catalog catalog;
    private final ProductDates dates;
    private final RegisterProduct registerProduct;
    private final SaveProduct saveProduct;
    private final BusinessClock clock;

    ProductPage(
            ProductSearch search,
            Catalog catalog,
            ProductDates dates,
            RegisterProduct registerProduct,
            SaveProduct saveProduct,
            BusinessClock clock) {
        this.search = search;
        this.catalog = catalog;
        this.dates = dates;
        this.registerProduct = registerProduct;
        this.saveProduct = saveProduct;
        this.clock = clock;
    }

    @ModelAttribute("kinds")
    List<ProductKind> kinds() {
        return List.of(ProductKind.values());
    }

    @ModelAttribute("taxClasses")
    List<TaxClass> taxClasses() {
        return List.of(TaxClass.values());
    }

    @ModelAttribute("groups")
    List<String> groups() {
        return catalog.groups();
    }

    @ModelAttribute("temperatures")
    List<Temperature> temperatures() {
        return List.of(Temperature.values());
    }

    @GetMapping
    String list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String active,
            @RequestParam(defaultValue = "sku") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var found = search.find(
                q,
                kind(kind),
                TextNormalizer.blank(active) ? null : Boolean.valueOf(active),
                sort.replaceFirst(",.*", ""),
                sort.endsWith(",desc"),
                ListLimits.page(page),
                SIZE,
                clock.today());
        model.addAttribute("products", found.products());
        model.addAttribute("total", found.total());
        model.addAttribute("page", ListLimits.page(page));
        model.addAttribute("size", SIZE);
        return htmx == null ? "catalog/list" : "catalog/list :: results";
    }

    @GetMapping("/{sku}")
    String show(@PathVariable Sku sku, Model model) {
        model.addAttribute("product", product(sku));
        model.addAttribute("prices", dates.prices(sku));
        model.addAttribute("taxes", dates.taxClasses(sku));
        model.addAttribute("ever", SaveProduct.EVER);
        return "catalog/show";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", ProductForm.empty());
        return "catalog/edit";
    }

    @PostMapping("/new")
    String register(ProductForm form, Model model, RedirectAttributes after) {
        try {
            var product = form.data(TextNormalizer.clean(form.sku()));
            registerProduct.register(product);
            return done(product.sku(), "product.done.registered", after);
        } catch (InvalidInput mistakes) {
            return again(form, mistakes, model);
        }
    }

    @GetMapping("/{sku}/edit")
    String edit(@PathVariable Sku sku, Model model) {
        model.addAttribute("sku", sku);
        model.addAttribute("form", ProductForm.of(product(sku)));
        return "catalog/edit";
    }

    @PostMapping("/{sku}/edit")
    String change(@PathVariable Sku sku, ProductForm form, Model model, RedirectAttributes after) {
        model.addAttribute("sku", product(sku).sku());
        try {
            var from = form.day(clock.today())
                    .orElseThrow(() -> new InvalidInput(
                            "from",
                            "invalid",
                            BilingualText.of("product.problem.invalid", BilingualText.of("product.field.from"))));
            saveProduct.save(form.data(sku.value()), from);
            return done(sku.value(), "product.done.changed", after);
        } catch (InvalidInput mistakes) {
            return again(form, mistakes, model);
        }
    }

    private Product product(Sku sku) {
        return catalog.find(sku, clock.today()).orElseThrow(() -> Refusal.notFound("product.refused.unknown", sku));
    }

    private static String again(ProductForm form, InvalidInput mistakes, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", mistakes.problems());
        return "catalog/edit";
    }

    private String done(String sku, String key, RedirectAttributes after) {
        after.addFlashAttribute("done", text(key, sku));
        after.addAttribute("sku", sku);
        return "redirect:/products/{sku}";
    }

    private String text(String key, Object... arguments) {
        return BilingualText.of(key, arguments).in(LocaleContextHolder.getLocale());
    }

    static @Nullable ProductKind kind(@Nullable String text) {
        return Arrays.stream(ProductKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
