package jp.otodoke.partners.shop;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Component;

/** Finds the customers of a shop's buyers: a member is always the same customer, a guest any customer that matches. */
@Component
class MatchBuyer {
    private final ShopOrders members;
    private final FindCustomer findCustomer;

    MatchBuyer(ShopOrders members, FindCustomer findCustomer) {
        this.members = members;
        this.findCustomer = findCustomer;
    }

    /** The members among these buyers whose customers are known. */
    Members members(String channel, Collection<ReadOrder> orders) {
        var ours = orders.stream()
                .map(ReadOrder::order)
                .filter(ShopOrder::ourMember)
                .flatMap(order -> Stream.ofNullable(order.member()))
                .map(CustomerNumber::of)
                .collect(Collectors.toSet());
        var numbers = orders.stream()
                .flatMap(order -> Stream.ofNullable(order.order().member()))
                .collect(Collectors.toSet());
        return new Members(
                findCustomer.all(ours).keySet(), new HashMap<>(members.customersOf(channel, numbers)), channel);
    }

    /** The customers of members, and of those who become known. */
    final class Members {
        private final Set<CustomerNumber> ours;
        private final Map<String, CustomerNumber> known;
        private final String channel;

        private Members(Set<CustomerNumber> ours, Map<String, CustomerNumber> known, String channel) {
            this.ours = ours;
            this.known = known;
            this.channel = channel;
        }

        NewOrder.Buyer buyer(ShopOrder order) {
            return customer(order)
                    .<NewOrder.Buyer>map(NewOrder.Known::new)
                    .orElseGet(() -> new NewOrder.Person(person(order.buyer())));
        }

        /** Whether the first order of this member has still to be placed. */
        boolean isNew(ShopOrder order) {
            return order.member() != null && customer(order).isEmpty();
        }

        private Optional<CustomerNumber> customer(ShopOrder order) {
            var member = order.member();
            if (member == null) {
                return Optional.empty();
            }
            return order.ourMember() && ours.contains(CustomerNumber.of(member))
                    ? Optional.of(CustomerNumber.of(member))
                    : Optional.ofNullable(known.get(member));
        }

        /** From now on the member who sent this order is that customer. */
        void add(ShopOrder order, CustomerNumber customer) {
            var member = Objects.requireNonNull(order.member());
            known.put(member, customer);
            members.addMember(channel, member, customer);
        }
    }

    private static NewCustomer person(ShopOrder.Person buyer) {
        return new NewCustomer(
                buyer.name(),
                buyer.kana(),
                buyer.phone(),
                buyer.email(),
                buyer.birthDate(),
                buyer.sex(),
                buyer.address(),
                null);
    }
}
