package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Set;
import jp.otodoke.customers.PostalArea;
import jp.otodoke.orders.Differences;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/**
 * The information needed to review an order, depending on the review reasons.
 *
 * @param reasons codes of the review reasons
 * @param attentionNote note about a customer who needs attention
 * @param repeated the earlier order that this one appears to repeat
 */
public record ReviewCase(
        List<String> reasons,
        List<AddressMismatch> addresses,
        CustomerNumber customer,
        @Personal(Personal.Kind.TEXT) @Nullable String attentionNote,
        @Personal(Personal.Kind.TEXT) @Nullable String remark,
        @Nullable RepeatedOrder repeated) {
    /** Whether correcting the order should be proposed first. */
    public boolean correctFirst() {
        return !addresses.isEmpty();
    }

    public int firstWrong() {
        return addresses.isEmpty() ? 1 : addresses.get(0).number();
    }

    /**
     * An address that does not match its postal code.
     *
     * @param number destination number, from 1
     * @param several whether the order has other destinations
     * @param meant the areas of the postal code
     * @param codes the areas that match the address as written
     * @param registered whether it is the customer's registered address
     */
    record AddressMismatch(
            int number,
            boolean several,
            OrderDestination to,
            List<PostalArea> meant,
            List<PostalArea> codes,
            boolean registered) {}

    /** @param minutes time between the two orders */
    record RepeatedOrder(OrderExcerpt mine, OrderExcerpt other, Set<Differences> differs, long minutes, Seen seen) {
        public boolean same(String part) {
            return !differs.contains(Differences.valueOf(part));
        }
    }

    /** Details of the two orders that the excerpts do not contain: channel and remark. */
    record Seen(
            String channel,
            String otherChannel,
            @Personal(Personal.Kind.TEXT) String remark,
            @Personal(Personal.Kind.TEXT) String otherRemark) {}
}
