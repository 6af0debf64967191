package jp.otodoke.customers.web;

import java.util.List;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.customers.ChangeCustomer;
import jp.otodoke.customers.CustomerChanges;
import jp.otodoke.customers.CustomerData;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.DeleteCustomer;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.customers.ViewCustomer;
import jp.otodoke.customers.sql.CustomerSearch;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Prefectures;
import jp.otodoke.shared.Refusal;
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

/** The customers' pages. */
@Controller
@RequestMapping("/customers")
class CustomerPage {
    private static final int SIZE = 50;

    private final CustomerSearch search;
    private final ViewCustomer viewCustomer;
    private final CustomerChanges changes;
    private final RegisterCustomer registerCustomer;
    private final ChangeCustomer changeCustomer;
    private final DeleteCustomer deleteCustomer;
    private final CustomerInput input;
    private final AddressCheck addressCheck;

    CustomerPage(
            CustomerSearch search,
            ViewCustomer viewCustomer,
            CustomerChanges changes,
            RegisterCustomer registerCustomer,
            ChangeCustomer changeCustomer,
            DeleteCustomer deleteCustomer,
            CustomerInput input,
            AddressCheck addressCheck) {
        this.search = search;
        this.viewCustomer = viewCustomer;
        this.changes = changes;
        this.registerCustomer = registerCustomer;
        this.changeCustomer = changeCustomer;
        this.deleteCustomer = deleteCustomer;
        this.input = input;
        this.addressCheck = addressCheck;
    }

    @ModelAttribute("prefectures")
    List<String> prefectures() {
        return Prefectures.ALL;
    }

    @GetMapping
    String list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String state,
            @RequestParam(defaultValue = "number") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var most = q == null || q.isBlank() ? ListLimits.MAX : ListLimits.MAX_WHILE_TYPING;
        var shown = ListLimits.page(page, most, SIZE);
        var found =
                search.find(q, state(state), sort.replaceFirst(",.*", ""), sort.endsWith(",desc"), shown, SIZE, most);
        model.addAttribute("customers", found.customers());
        model.addAttribute("total", found.total());
        model.addAttribute("most", most);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return htmx == null ? "customers/list" : "customers/list :: results";
    }

    @GetMapping("/{number}")
    String show(@PathVariable CustomerNumber number, Model model) {
        model.addAttribute("file", viewCustomer.open(number));
        model.addAttribute("changes", changes.of(number));
        model.addAttribute("deletable", deleteCustomer.possible(number));
        return "customers/show";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", CustomerForm.empty());
        return "customers/edit";
    }

    @PostMapping("/new")
    String register(CustomerForm form, Model model, RedirectAttributes after) {
        try {
            var number = registerCustomer.register(data(form, null));
            return done(number, "customer.done.registered", after);
        } catch (InvalidInput mistakes) {
            return again(form, mistakes, model);
        }
    }

    @GetMapping("/{number}/edit")
    String edit(@PathVariable CustomerNumber number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("form", CustomerForm.of(viewCustomer.open(number)));
        return "customers/edit";
    }

    @PostMapping("/{number}/edit")
    String change(@PathVariable CustomerNumber number, CustomerForm form, Model model, RedirectAttributes after) {
        model.addAttribute("number", number);
        try {
            var before = viewCustomer.open(number).data();
            changeCustomer.change(number, data(form, before), form.version());
            return done(number, "customer.done.changed", after);
        } catch (InvalidInput mistakes) {
            return again(form, mistakes, model);
        } catch (Refusal meanwhile) {
            model.addAttribute("refused", text(meanwhile.messageKey(), meanwhile.arguments()));
            model.addAttribute("form", form);
            return "customers/edit";
        }
    }

    @PostMapping("/{number}/deletion")
    String delete(@PathVariable CustomerNumber number, RedirectAttributes after) {
        try {
            deleteCustomer.delete(number);
        } catch (Refusal no) {
            after.addFlashAttribute("refused", text(no.messageKey(), no.arguments()));
            return "redirect:/customers/" + number;
        }
        after.addFlashAttribute("done", text("customer.done.deleted", number));
        return "redirect:/customers";
    }

    @PostMapping("/{number}/rest")
    String rest(@PathVariable CustomerNumber number, RedirectAttributes after) {
        var file = viewCustomer.open(number);
        changeCustomer.change(number, file.data().with(CustomerState.DORMANT), file.version());
        return done(number, "customer.done.rests", after);
    }

    /** An address that was stored before is not questioned again. */
    private CustomerData data(CustomerForm form, @Nullable CustomerData before) {
        var data =
                input.read(form.body(), before).withMediaCode(form.mediaCode()).withNote(form.attentionNote());
        var address = data.customer().address();
        if (before == null || !before.customer().address().equals(address)) {
            addressCheck.problem("address.postalCode", address, form.asTyped()).ifPresent(problem -> {
                throw new InvalidInput(List.of(problem));
            });
        }
        return data;
    }

    private static String again(CustomerForm form, InvalidInput mistakes, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", mistakes.problems());
        return "customers/edit";
    }

    private String done(CustomerNumber number, String key, RedirectAttributes after) {
        after.addFlashAttribute("done", text(key, number));
        return "redirect:/customers/" + number;
    }

    private String text(String key, Object... arguments) {
        return BilingualText.of(key, arguments).in(LocaleContextHolder.getLocale());
    }

    static @Nullable CustomerState state(@Nullable String text) {
        return List.of(CustomerState.values()).stream()
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
