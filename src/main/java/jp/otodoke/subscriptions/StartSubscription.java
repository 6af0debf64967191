package jp.otodoke.subscriptions;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.media.Media;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a subscription, whichever channel asks for it. Its orders are made by runs. */
@Component
public class StartSubscription {
    private final FindCustomer customers;
    private final CheckItems checkItems;
    private final Media media;
    private final FirmCalendars calendars;
    private final NumberSequences numbers;
    private final SaveSubscriptions save;
    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StartSubscription(
            FindCustomer customers,
            CheckItems checkItems,
            Media media,
            FirmCalendars calendars,
            NumberSequences numbers,
            SaveSubscriptions save,
            Secrets secrets,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.customers = customers;
        this.checkItems = checkItems;
        this.media = media;
        this.calendars = calendars;
        this.numbers = numbers;
        this.save = save;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws InvalidInput listing every problem; fields are named as in the API */
    @Transactional
    public SubscriptionNumber start(NewSubscription asked, String by) {
        var problems = problems(asked);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var customer = customers.find(asked.customer()).orElseThrow();
        var number = SubscriptionNumber.of(numbers.next("subscription_number_seq", "S", 8));
        var token = asked.cardToken();
        var terms = new Terms(
                asked.items(),
                asked.recipient(),
                asked.slot(),
                asked.method(),
                token == null || token.isBlank() ? null : secrets.encrypt(token));
        var started = Subscription.start(
                number,
                asked.customer(),
                customer.address().prefecture(),
                calendars.now(),
                asked.rule(),
                asked.first(),
                terms);
        insert(asked, number, by);
        started.began();
        save.save(List.of(started), by, null);
        return number;
    }

    private List<FieldProblem> problems(NewSubscription asked) {
        var problems = new ArrayList<FieldProblem>();
        if (customers.find(asked.customer()).isEmpty()) {
            problems.add(new FieldProblem(
                    "customer", "unknown", BilingualText.of("subscription.problem.customer", asked.customer())));
        }
        checkItems.check(asked.items(), "items", problems);
        if (asked.first().isBefore(clock.today())) {
            problems.add(new FieldProblem(
                    "first", "invalid", BilingualText.of("subscription.problem.first", clock.today())));
        } else if (asked.rule().date(asked.first(), 1).isEmpty()) {
            problems.add(new FieldProblem(
                    "rule.dates", "invalid", BilingualText.of("subscription.cycle.no-dates", asked.first())));
        }
        if (asked.method() == PaymentMethod.CREDIT_CARD && TextNormalizer.blank(asked.cardToken())) {
            problems.add(new FieldProblem("payment.token", "required", BilingualText.of("subscription.problem.token")));
        }
        if (!TextNormalizer.blank(asked.mediaCode())
                && media.find(asked.mediaCode()).isEmpty()) {
            problems.add(new FieldProblem(
                    "mediaCode", "unknown", BilingualText.of("subscription.problem.medium", asked.mediaCode())));
        }
        return problems;
    }

    /** Only what never changes; the rest is saved as any change is. */
    private void insert(NewSubscription asked, SubscriptionNumber number, String by) {
        jdbc.sql(
                        """
                        insert into subscription (number, customer_number, state, rule, anchor, anchor_turn, next_turn, next_nominal,
                                                  next_delivery, payment_method, channel, media_code, started_at, started_by)
                        values (:number, :customer, 'ACTIVE', '{}', :first, 1, 1, :first, :first, :method, :channel, :medium, :now, :by)
                        """)
                .param("number", number.value())
                .param("customer", asked.customer().value())
                .param("first", asked.first())
                .param("method", asked.method().name())
                .param("channel", asked.channel())
                .param("medium", TextNormalizer.orNull(asked.mediaCode()))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }
}
