package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Set;
import jp.otodoke.customers.PostalArea;
import jp.otodoke.orders.Differences;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.platform.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What helps to decide about a doubtful order, by what is doubtful about it.
 *
 * @param doubts codes
 * @param attentionNote what is noted of a customer who needs attention
 * @param twin the other order, where this one looks like the same once more
 */
public record ReviewCase(
        List<String> doubts,
        List<AtOdds> addresses,
        @Nullable String customer,
        @Personal(Personal.Kind.TEXT) @Nullable String attentionNote,
        @Personal(Personal.Kind.TEXT) @Nullable String remark,
        @Nullable Twin twin) {
    /** Where what is wrong can be mended at once, that is proposed. */
    public boolean mendFirst() {
        return !addresses.isEmpty();
    }

    public int firstWrong() {
        return addresses.isEmpty() ? 1 : addresses.get(0).number();
    }

    /**
     * An address that does not go with its postal code.
     *
     * @param number of the destination, from 1
     * @param several whether the order goes to more doors than this
     * @param meant what the postal code stands for
     * @param codes the areas that the written address lies in
     * @param registered whether it is the address that the customer is registered with
     */
    record AtOdds(
            int number,
            boolean several,
            OrderDestination to,
            List<PostalArea> meant,
            List<PostalArea> codes,
            boolean registered) {}

    /** @param minutes between the two */
    record Twin(OrderExcerpt mine, OrderExcerpt other, Set<Differences> differs, long minutes, Seen seen) {
        public boolean same(String part) {
            return !differs.contains(Differences.valueOf(part));
        }
    }

    /** What the briefs don't say of the two: the way they came. */
    record Seen(
            String channel,
            String otherChannel,
            @Personal(Personal.Kind.TEXT) String remark,
            @Personal(Personal.Kind.TEXT) String otherRemark) {}
}
