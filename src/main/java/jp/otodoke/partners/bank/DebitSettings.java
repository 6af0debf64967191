package jp.otodoke.partners.bank;

import java.util.Map;
import jp.otodoke.payments.BankKana;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who collects by direct debit, through which agency, and how each agency writes its files. */
@Component
class DebitSettings {
    private final Consignor consignor;
    private final Map<String, DebitAgency> agencies;

    DebitSettings(Environment environment) {
        var binder = Binder.get(environment);
        consignor = binder.bind("otodoke.debit", Consignor.class).get();
        agencies = binder.bind("otodoke.debit.agencies", Bindable.mapOf(String.class, DebitAgency.class))
                .get();
        if (!agencies.containsKey(consignor.agency())) {
            throw new IllegalStateException(
                    "OTODOKE_DEBIT_AGENCY is " + consignor.agency() + ", known are " + agencies.keySet());
        }
    }

    /**
     * @param agency name of its profile
     * @param consignorCode 委託者コード, up to ten digits
     * @param bankCode where the agency collects, as are the other fields of the account
     */
    record Consignor(
            String agency,
            String consignorCode,
            String consignorName,
            String bankCode,
            String bankName,
            String branchCode,
            String branchName,
            String accountType,
            String accountNumber) {
        Consignor {
            consignorName = kana(consignorName);
            bankName = kana(bankName);
            branchName = kana(branchName);
        }

        private static String kana(String name) {
            return TextNormalizer.blank(name)
                    ? ""
                    : BankKana.of(name)
                            .orElseThrow(() -> new IllegalStateException("OTODOKE_DEBIT_…: not kana: " + name));
        }
    }

    /** @throws Refusal if the firm has none (conflict) */
    Consignor consignor() {
        if (consignor.consignorCode().isBlank()) {
            throw Refusal.conflict("bank.debit.not-set-up");
        }
        return consignor;
    }

    /** @throws Refusal if the settings have no such profile any more (conflict) */
    DebitAgency agency(String name) {
        var agency = agencies.get(name);
        if (agency == null) {
            throw Refusal.conflict("bank.debit.unknown-agency", name, "otodoke.debit.agencies");
        }
        return agency;
    }
}
