package jp.otodoke.dunning;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.shared.BilingualText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A reminder by short message to the mobile phone of the customer. Without a provider, or a number of a mobile phone, the step is
 * skipped and says so.
 */
@Component
class RemindBySms implements DunningAction {
    private static final String NO_PROVIDER = "sms-unset";
    private static final String NO_MOBILE = "sms-no-mobile";
    private static final Pattern MOBILE = Pattern.compile("0[6789]0\\d{8}");

    private final ObjectProvider<ShortMessages> provider;
    private final FindCustomer customers;
    private final DebtorReminders debtors;
    private final DunningNotices notices;

    RemindBySms(
            ObjectProvider<ShortMessages> provider,
            FindCustomer customers,
            DebtorReminders debtors,
            DunningNotices notices) {
        this.provider = provider;
        this.customers = customers;
        this.debtors = debtors;
        this.notices = notices;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.SMS;
    }

    @Override
    public Set<String> skipped() {
        return Set.of(NO_PROVIDER, NO_MOBILE);
    }

    @Override
    public String act(DunningCase one, long step) {
        var messages = provider.getIfAvailable();
        if (messages == null || !messages.available()) {
            return NO_PROVIDER;
        }
        var phone = mobile(one);
        if (phone.isEmpty()) {
            return NO_MOBILE;
        }
        if (!debtors.mine(one, kind())) {
            return "reminded-together";
        }
        messages.queue(new ShortMessage(
                "dunning:" + step, phone.get(), text(one), one.receivable().value()));
        return "sms";
    }

    private Optional<String> mobile(DunningCase one) {
        return one.customer()
                .flatMap(customers::find)
                .map(CustomerSummary::phone)
                .map(phone -> phone.replaceAll("\\D", ""))
                .filter(phone -> MOBILE.matcher(phone).matches());
    }

    private String text(DunningCase one) {
        return BilingualText.of("dunning.sms.text", notices.demanded(one), one.receivable(), notices.account(one))
                .japanese();
    }
}
