package jp.otodoke.payments.accounting.web;

import java.util.List;
import jp.otodoke.payments.accounting.OpenAmountsByAge;
import jp.otodoke.payments.accounting.OpenAmountsByAge.Age;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows how old is what customers owe, and what lies on the bank account without a use. */
@Controller
class AgesPage {
    private final OpenAmountsByAge ages;

    AgesPage(OpenAmountsByAge ages) {
        this.ages = ages;
    }

    @GetMapping("/ledger/ages")
    String show(Model model) {
        model.addAttribute(
                "tables",
                List.of(table("receivables", ages.receivables()), table("deposits", arrived(ages.deposits()))));
        return "payments/ledger-ages";
    }

    /** What the bank has received is never still to come. */
    private static List<Age> arrived(List<Age> deposits) {
        return deposits.stream().filter(age -> !age.code().equals("NOT_DUE")).toList();
    }

    private static AgeTable table(String code, List<Age> ages) {
        return new AgeTable(
                code,
                ages,
                ages.stream().mapToLong(Age::count).sum(),
                Yen.sum(ages, Age::amount),
                ages.stream().mapToLong(age -> age.amount().amount()).max().orElse(0));
    }

    /** @param largest yen of the age with most, for the bars */
    record AgeTable(String code, List<Age> ages, long count, Yen amount, long largest) {}
}
