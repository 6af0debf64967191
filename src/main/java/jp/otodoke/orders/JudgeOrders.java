package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.orders.ChannelNumbers.ChannelNumber;
import jp.otodoke.orders.Judgement.Accepted;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** Finds out which of some orders can be placed, and what they cost; changes nothing. */
@Component
class JudgeOrders {
    private final ChannelNumbers channelNumbers;
    private final InputCheck check;
    private final Buyers buyers;
    private final OnAccount onAccount;
    private final Pricing pricing;
    private final RedeemOnOrders redeem;
    private final BusinessClock clock;

    JudgeOrders(
            ChannelNumbers channelNumbers,
            InputCheck check,
            Buyers buyers,
            OnAccount onAccount,
            Pricing pricing,
            RedeemOnOrders redeem,
            BusinessClock clock) {
        this.channelNumbers = channelNumbers;
        this.check = check;
        this.buyers = buyers;
        this.onAccount = onAccount;
        this.pricing = pricing;
        this.redeem = redeem;
        this.clock = clock;
    }

    Judgement judge(List<NewOrder> orders) {
        var known = channelNumbers.lock(
                orders.stream().flatMap(o -> ChannelNumber.of(o).stream()).collect(Collectors.toSet()));
        var customers = buyers.known(orders);
        var problems = problems(orders, customers);
        var books = books(orders, problems);
        var redeeming = redeem.open(sound(orders, problems));
        var judgement = new Judgement(orders.size(), customers);
        for (int i = 0; i < orders.size(); i++) {
            judge(i, orders.get(i), problems.get(i), known, books, redeeming, judgement);
        }
        return judgement;
    }

    private List<List<FieldProblem>> problems(List<NewOrder> orders, Map<CustomerNumber, CustomerSummary> customers) {
        var problems = orders.stream().map(o -> problems(o, customers)).toList();
        var refused = onAccount.refused(sound(orders, problems));
        return refused.isEmpty()
                ? problems
                : IntStream.range(0, orders.size())
                        .mapToObj(i -> refused.contains(orders.get(i)) ? List.of(OnAccount.problem()) : problems.get(i))
                        .toList();
    }

    private static List<NewOrder> sound(List<NewOrder> orders, List<List<FieldProblem>> problems) {
        return IntStream.range(0, orders.size())
                .filter(i -> problems.get(i).isEmpty())
                .mapToObj(orders::get)
                .toList();
    }

    private List<FieldProblem> problems(NewOrder order, Map<CustomerNumber, CustomerSummary> customers) {
        var problems = check.problems(order);
        return problems.isEmpty() ? buyers.problems(order.buyer(), customers) : problems;
    }

    private void judge(
            int index,
            NewOrder order,
            List<FieldProblem> problems,
            Map<ChannelNumber, OrderNumber> known,
            Map<LocalDate, PriceBook> books,
            OpenedRedemptions redeeming,
            Judgement judgement) {
        var number = ChannelNumber.of(order).map(known::get);
        if (number.isPresent()) {
            judgement.existing(index, number.get());
        } else if (judgement.repeats(index, order)) {
            return;
        } else if (!problems.isEmpty()) {
            judgement.refuse(index, new RefusedOrder(problems));
        } else {
            price(index, order, books, redeeming, judgement);
        }
    }

    private void price(
            int index,
            NewOrder order,
            Map<LocalDate, PriceBook> books,
            OpenedRedemptions redeeming,
            Judgement judgement) {
        var book = Objects.requireNonNull(books.get(day(order)));
        try {
            var priced = book.price(order, written(order.buyer(), judgement.customers()));
            var reduction = redeeming.of(order, priced, day(order));
            judgement.accept(new Accepted(index, order, book, book.reduced(priced, reduction), reduction));
        } catch (InvalidInput refused) {
            judgement.refuse(index, new RefusedOrder(refused.problems()));
        }
    }

    private Map<LocalDate, PriceBook> books(List<NewOrder> orders, List<List<FieldProblem>> problems) {
        var days = new HashMap<LocalDate, List<NewOrder>>();
        for (int i = 0; i < orders.size(); i++) {
            if (problems.get(i).isEmpty()) {
                days.computeIfAbsent(day(orders.get(i)), day -> new ArrayList<>())
                        .add(orders.get(i));
            }
        }
        var books = new HashMap<LocalDate, PriceBook>();
        days.forEach((day, made) -> books.put(day, pricing.on(day, made)));
        return books;
    }

    /** The day whose prices count. */
    private LocalDate day(NewOrder order) {
        var orderedAt = order.orderedAt();
        return orderedAt == null ? clock.today() : LocalDate.ofInstant(orderedAt, BusinessClock.TOKYO);
    }

    private static Recipient written(NewOrder.Buyer buyer, Map<CustomerNumber, CustomerSummary> customers) {
        if (buyer instanceof NewOrder.Person person) {
            var one = person.customer();
            return new Recipient(one.name(), one.kana(), one.phone(), one.address());
        }
        return Recipient.of(Objects.requireNonNull(customers.get(((NewOrder.Known) buyer).number())));
    }
}
