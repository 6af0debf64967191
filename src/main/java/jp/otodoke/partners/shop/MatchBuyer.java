package jp.otodoke.partners.shop;

import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.MatchCustomer;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Component;

/** Finds the customer of a shop's buyer: a member is always the same customer, a guest any customer that matches. */
@Component
class MatchBuyer {
    private final ShopOrders members;
    private final FindCustomer findCustomer;
    private final MatchCustomer matchCustomer;

    MatchBuyer(ShopOrders members, FindCustomer findCustomer, MatchCustomer matchCustomer) {
        this.members = members;
        this.findCustomer = findCustomer;
        this.matchCustomer = matchCustomer;
    }

    NewOrder.Buyer of(String channel, ShopOrder order) {
        var member = order.member();
        if (member == null) {
            return new NewOrder.Person(person(order.buyer()));
        }
        if (order.ourMember() && findCustomer.find(CustomerNumber.of(member)).isPresent()) {
            return new NewOrder.Known(CustomerNumber.of(member));
        }
        return new NewOrder.Known(
                members.customerOf(channel, member).orElseGet(() -> register(channel, member, order.buyer())));
    }

    private CustomerNumber register(String channel, String member, ShopOrder.Person buyer) {
        var number = matchCustomer.matchOrRegister(person(buyer));
        members.addMember(channel, member, number);
        return number;
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
