package jp.otodoke.dunning;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CustomerNotice;
import jp.otodoke.payments.DueStatement;
import jp.otodoke.payments.FindDueStatements;
import jp.otodoke.payments.FindVirtualAccount;
import jp.otodoke.payments.NotifyCustomer;
import jp.otodoke.payments.PaymentTerms;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reminds customers of what is overdue: by mail, of an order also by a person where there is no address. */
@Component
class DunningNotices {
    private static final String TEMPLATE = "dunning-reminder";
    private static final String OF_STATEMENTS = "dunning-statements";

    private final FindOrder orders;
    private final FindCustomer customers;
    private final NotifyCustomer notifyCustomer;
    private final PaymentTerms terms;
    private final FindVirtualAccount virtualAccounts;
    private final FindDueStatements dueStatements;
    private final ApplicationEventPublisher events;
    private final String account;

    /** @param account the company's bank account as shown to customers */
    DunningNotices(
            FindOrder orders,
            FindCustomer customers,
            NotifyCustomer notifyCustomer,
            PaymentTerms terms,
            FindVirtualAccount virtualAccounts,
            FindDueStatements dueStatements,
            ApplicationEventPublisher events,
            @Value("${otodoke.transfer.account}") String account) {
        this.orders = orders;
        this.customers = customers;
        this.notifyCustomer = notifyCustomer;
        this.terms = terms;
        this.virtualAccounts = virtualAccounts;
        this.dueStatements = dueStatements;
        this.events = events;
        this.account = account;
    }

    /** @return by mail or by a person; false if it can reach the customer in neither way */
    boolean remind(DunningCase one, long step) {
        return one.onAccount() ? toDebtor(one, step) : ofWhatIsOwed(one, step);
    }

    private boolean ofWhatIsOwed(DunningCase one, long step) {
        return one.order()
                .map(orders::get)
                .map(order -> ofOrder(one, order, step))
                .orElseGet(() -> toCustomer(one, step));
    }

    private boolean ofOrder(DunningCase one, Order order, long step) {
        var told = BilingualText.of(
                "tell.dunning-reminder", one.open(), BilingualText.of("method." + one.method()), account(one));
        notifyCustomer.send(order, new CustomerNotice(key(step), TEMPLATE, values(one), told));
        return true;
    }

    private boolean toCustomer(DunningCase one, long step) {
        var email = one.customer().flatMap(customers::find).map(CustomerSummary::email);
        email.ifPresent(
                address -> events.publishEvent(new MailRequested(key(step), address, TEMPLATE, null, named(one))));
        return email.isPresent();
    }

    /** One mail about all statements that are due. */
    private boolean toDebtor(DunningCase one, long step) {
        var debtor = one.customer().flatMap(customers::find);
        var email = debtor.map(CustomerSummary::email);
        email.ifPresent(address -> events.publishEvent(new MailRequested(
                OF_STATEMENTS + ":" + step, address, OF_STATEMENTS, null, statements(debtor.orElseThrow()))));
        return email.isPresent();
    }

    private Map<String, String> statements(CustomerSummary debtor) {
        var due = dueStatements.of(debtor.number());
        return Map.of(
                "name", debtor.name(),
                "statements",
                        due.stream()
                                .map(one -> BilingualText.of(
                                                "dunning.mail.statement", one.number(), one.open(), one.dueBy())
                                        .japanese())
                                .collect(Collectors.joining("\n")),
                "number", due.get(0).number().value(),
                "amount", Yen.sum(due, DueStatement::open).toString(),
                "payBy",
                        DayFormat.of(terms.lastDay(PaymentMethod.BANK_TRANSFER)).japanese(),
                "account", virtualAccounts.wordsToDebtor(debtor.number()).orElse(account));
    }

    private static String key(long step) {
        return TEMPLATE + ":" + step;
    }

    private Map<String, String> named(DunningCase one) {
        var values = new HashMap<>(values(one));
        values.put("orderNumber", one.receivable().value());
        values.put(
                "name",
                one.customer()
                        .flatMap(customers::find)
                        .map(CustomerSummary::name)
                        .orElse(""));
        return values;
    }

    private Map<String, String> values(DunningCase one) {
        return Map.of(
                "amount", one.open().toString(),
                "method", BilingualText.of("method." + one.method()).japanese(),
                "cause", BilingualText.of("dunning.mail." + one.cause()).japanese(),
                "payBy",
                        DayFormat.of(terms.lastDay(PaymentMethod.BANK_TRANSFER)).japanese(),
                "account", account(one));
    }

    /** What is asked for: of who buys on account all statements that are due. */
    Yen demanded(DunningCase one) {
        return one.onAccount()
                ? one.customer()
                        .map(debtor -> Yen.sum(dueStatements.of(debtor), DueStatement::open))
                        .orElse(one.open())
                : one.open();
    }

    /** That of the claim itself, as in the request for its payment, or of who buys on account, where there is one. */
    String account(DunningCase one) {
        var own = one.onAccount()
                ? one.customer().flatMap(virtualAccounts::wordsToDebtor)
                : virtualAccounts.words(one.receivable());
        return own.orElse(account);
    }
}
