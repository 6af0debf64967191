package jp.otodoke.partners.shop;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
                .filter(order -> order.member() != null && order.ourMember())
                .map(order -> CustomerNumber.of(order.member()))
                .collect(Collectors.toSet());
        var numbers = orders.stream()
                .map(order -> order.order().member())
                .filter(Objects::nonNull)
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
            var member = order.member();
            if (member == null || isNew(order)) {
                return new NewOrder.Person(person(order.buyer()));
            }
            return new NewOrder.Known(isOurs(order) ? CustomerNumber.of(member) : known.get(member));
        }

        /** Whether the first order of this member has still to be placed. */
        boolean isNew(ShopOrder order) {
            return order.member() != null && !isOurs(order) && !known.containsKey(order.member());
        }

        private boolean isOurs(ShopOrder order) {
            return order.ourMember() && ours.contains(CustomerNumber.of(order.member()));
        }

        /** From now on this member is that customer. */
        void add(ShopOrder order, CustomerNumber customer) {
            known.put(order.member(), customer);
            members.addMember(channel, order.member(), customer);
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
